create table thing (
    like versioned_row including all,
    title  text not null,
    note   text,
    owner  text not null,
    status text not null,
    level  integer,
    score  numeric,
    due_on date,
    tags   jsonb,
    place  jsonb
);
select versioned_read_model('thing');
