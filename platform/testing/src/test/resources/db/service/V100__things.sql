create table thing (
    position    bigint      not null primary key,
    tenant      text        not null,
    id          uuid        not null,
    key         text        not null,
    number      bigint      not null,
    version     bigint      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    imported    boolean     not null,
    valid_from  timestamptz not null,
    valid_to    timestamptz not null,
    stated_from timestamptz not null,
    stated_to   timestamptz not null,
    title       text        not null,
    note        text,
    owner       text        not null,
    status      text        not null,
    level       integer,
    score       numeric,
    due_on      date,
    tags        jsonb,
    place       jsonb
);
alter table thing enable row level security;
alter table thing force row level security;
create policy writer_writes on thing to ${writer} using (true) with check (true);
create policy reader_sees_own_tenant on thing for select to ${reader} using (tenant = current_setting('isms.tenant', true));
grant select, insert, update, delete on thing to ${writer};
grant select on thing to ${reader};
