-- Read models and how far they are.

-- Claims of the event processors: which replica works on which segment of which processor.
create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- How far a projection is. Written in the transaction of its effects, and locked by it: who holds the row projects.
create table projection_progress (
    name       text        not null primary key,
    position   bigint      not null default 0,
    parked     bigint      not null default 0,
    updated_at timestamptz not null default now()
);
comment on column projection_progress.position is 'Every fact up to this log position is projected or parked';
comment on column projection_progress.parked is 'Number of its rows in parked_fact';

-- Facts that a projection could not handle, and the later ones of the same aggregate, which wait behind them.
create table parked_fact (
    projection text        not null,
    position   bigint      not null,
    tenant     text        not null,
    kind       text        not null,
    aggregate  uuid        not null,
    type       text        not null,
    error      text,
    attempts   integer     not null default 0,
    parked_at  timestamptz not null default now(),
    primary key (projection, position)
);
create index parked_fact_aggregate on parked_fact (projection, tenant, aggregate, position);
comment on column parked_fact.error is 'Why the first one of the aggregate failed; null for those that wait behind it';

create table projection_rebuild (
    id          uuid        not null primary key,
    projection  text        not null,
    state       text        not null check (state in ('running', 'completed', 'failed')),
    position    bigint      not null default 0,
    head        bigint      not null default 0,
    started_at  timestamptz not null default now(),
    finished_at timestamptz,
    error       text
);
create index projection_rebuild_latest on projection_rebuild (projection, started_at);

-- The tables that projections write, made known by read_model(): a rebuild touches no other.
create table read_model_table (name text not null primary key);

alter table parked_fact enable row level security;
alter table parked_fact force row level security;
create policy writer_parks on parked_fact to ${writer} using (true) with check (true);
create policy reader_sees_own_tenant on parked_fact for select to ${reader} using (tenant = current_setting('isms.tenant', true));

grant select, insert, update, delete on token_entry, projection_progress, parked_fact, projection_rebuild to ${writer};
grant select on projection_progress, parked_fact, projection_rebuild to ${reader};

-- The columns of isms.platform.readmodel.VersionedRow, to start a table with:
--     create table risk_register (like versioned_row including all, title text not null, rating jsonb);
--     select versioned_read_model('risk_register');
create table versioned_row (
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
    stated_to   timestamptz not null
);

-- To be called once for each table of a read model, by the migration that creates it: rights, row-level security, rebuilds.
create function read_model(live text) returns void language plpgsql as $$
begin
    execute format('alter table %I enable row level security', live);
    execute format('alter table %I force row level security', live);
    execute format('create policy writer_projects on %I to ${writer} using (true) with check (true)', live);
    execute format(
        'create policy reader_sees_own_tenant on %I for select to ${reader} using (tenant = current_setting(''isms.tenant'', true))',
        live);
    execute format('grant select, insert, update, delete on %I to ${writer}', live);
    execute format('grant select on %I to ${reader}', live);
    insert into read_model_table values (live);
end
$$;

-- The same for a table of versioned rows, with the indexes that every one of them needs: one current row an aggregate, the
-- versions of one aggregate, the current rows or those of a past moment of one tenant.
create function versioned_read_model(live text) returns void language plpgsql as $$
begin
    perform read_model(live);
    execute format(
        'create unique index %I on %I (tenant, id) where valid_to = ''9999-12-31T00:00:00Z''', live || '_current', live);
    execute format('create unique index %I on %I (tenant, id, version)', live || '_version', live);
    execute format('create index %I on %I (tenant, valid_to, number)', live || '_listed', live);
end
$$;

-- Rebuilds. The twin of a table lives in a schema of its own under the same names, is filled there, and takes the table's
-- place in one transaction. The application's role owns no table: these functions, run as the owner, are all it can do.
create schema rebuild;
grant usage on schema rebuild to ${writer};

create function require_read_model(live text) returns void language plpgsql as $$
begin
    if not exists (select 1 from public.read_model_table t where t.name = live) then
        raise exception '% is no read model', live using errcode = 'insufficient_privilege';
    end if;
end
$$;

create function open_twin(live text) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
    source regclass;
    twin   regclass;
    item   record;
begin
    perform public.require_read_model(live);
    source := format('public.%I', live)::regclass;
    execute format('drop table if exists rebuild.%I', live);
    execute format('create table rebuild.%I (like %s including all)', live, source);
    twin := format('rebuild.%I', live)::regclass;

    -- "like" invents index names; later migrations know the table's own.
    for item in select indexrelid::regclass::text as name, row_number() over () as place from pg_index where indrelid = twin loop
        execute format('alter index %s rename to %I', item.name, 'twin_' || item.place);
    end loop;
    for item in
        select t.indexrelid::regclass::text as name, s.name as own
        from (
            select c.relname as name, regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', '') as shape, indisunique,
                indisprimary, row_number() over (partition by regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', ''),
                indisunique, indisprimary order by indexrelid) as place
            from pg_index join pg_class c on c.oid = indexrelid where indrelid = source) s
        join (
            select indexrelid, regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', '') as shape, indisunique,
                indisprimary, row_number() over (partition by regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', ''),
                indisunique, indisprimary order by indexrelid) as place
            from pg_index where indrelid = twin) t using (shape, indisunique, indisprimary, place)
    loop
        execute format('alter index %s rename to %I', item.name, item.own);
    end loop;

    for item in
        select format('create policy %I on %s as %s for %s to %s', policyname, twin, permissive, cmd,
                   (select string_agg(case r when 'public' then 'public' else quote_ident(r) end, ', ') from unnest(roles) r))
               || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '') as statement
        from pg_policies where schemaname = 'public' and tablename = live
        union all
        select format('grant %s on %s to %s', acl.privilege_type, twin,
                   case acl.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(acl.grantee)) end)
        from pg_class c, aclexplode(c.relacl) acl where c.oid = source and acl.grantee <> c.relowner
        union all
        select format('alter table %s enable row level security', twin) from pg_class where oid = source and relrowsecurity
        union all
        select format('alter table %s force row level security', twin) from pg_class where oid = source and relforcerowsecurity
    loop
        execute item.statement;
    end loop;
end
$$;

create function drop_twin(live text) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.require_read_model(live);
    execute format('drop table if exists rebuild.%I', live);
end
$$;

create function measure_twin(live text) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform public.require_read_model(live);
    execute format('analyze rebuild.%I', live);
end
$$;

-- Waits for readers of the table no longer than two seconds: behind a waiting lock all others would queue.
create function swap_twin(live text) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
begin
    perform public.require_read_model(live);
    execute format('drop table public.%I', live);
    execute format('alter table rebuild.%I set schema public', live);
end
$$;

revoke all on function read_model(text), versioned_read_model(text), require_read_model(text), open_twin(text), drop_twin(text),
    measure_twin(text), swap_twin(text) from public;
grant execute on function open_twin(text), drop_twin(text), measure_twin(text), swap_twin(text) to ${writer};
