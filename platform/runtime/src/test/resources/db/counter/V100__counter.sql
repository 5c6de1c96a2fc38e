create table counter_row (
    like versioned_row including all,
    name      text    not null,
    total     integer not null check (total < 1000),
    size      text    not null,
    last_step jsonb,
    steps     jsonb   not null,
    notes     text[]  not null,
    shout     text    generated always as (upper(name)) stored
);
select versioned_read_model('counter_row');
create index counter_row_by_name on counter_row (tenant, name) where valid_to = '9999-12-31T00:00:00Z';
