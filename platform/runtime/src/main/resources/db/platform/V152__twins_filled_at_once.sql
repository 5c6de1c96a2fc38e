-- A rebuild fills most twins with COPY, each row once and as it stays; that wants a table without indexes, and one without row-level
-- security, under which PostgreSQL copies nothing in. So a twin is bare at first (nobody but the application's writer reaches its
-- schema), and gets indexes, row-level security and what else makes it the table's equal when it is full.

create or replace function open_twin(live text) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
    source regclass;
    twin   regclass;
    item   record;
begin
    perform public.require_read_model(live);
    source := format('public.%I', live)::regclass;
    execute format('drop table if exists rebuild.%I', live);
    execute format('create table rebuild.%I (like %s including all excluding indexes)', live, source);
    twin := format('rebuild.%I', live)::regclass;
    for item in
        select format('grant %s on %s to %s', acl.privilege_type, twin,
                   case acl.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(acl.grantee)) end) as statement
        from pg_class c, aclexplode(c.relacl) acl where c.oid = source and acl.grantee <> c.relowner
        union all
        -- "like" leaves these behind
        select format('alter table %s set (%s)', twin, array_to_string(reloptions, ', '))
        from pg_class where oid = source and reloptions is not null
        union all
        select format('alter table %s alter column %I set statistics %s', twin, attname, attstattarget)
        from pg_attribute where attrelid = source and attnum > 0 and not attisdropped and attstattarget >= 0
    loop
        execute item.statement;
    end loop;
end
$$;

create function complete_twin(live text) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
    source regclass;
    twin   regclass;
    item   record;
begin
    perform public.require_read_model(live);
    source := format('public.%I', live)::regclass;
    twin := format('rebuild.%I', live)::regclass;
    -- under the table's own names: later migrations know them
    for item in
        select format('alter table %s add constraint %I %s', twin, conname, pg_get_constraintdef(oid)) as statement
        from pg_constraint where conrelid = source and contype in ('p', 'u', 'x')
        union all
        select format('create %s %I on %s using %s', case when i.indisunique then 'unique index' else 'index' end, c.relname, twin,
                   regexp_replace(pg_get_indexdef(i.indexrelid), '^.*? USING ', ''))
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = source and not exists (
            select 1 from pg_constraint where conindid = i.indexrelid and conrelid = source and contype in ('p', 'u', 'x'))
        union all
        select format('create policy %I on %s as %s for %s to %s', policyname, twin, permissive, cmd,
                   (select string_agg(case r when 'public' then 'public' else quote_ident(r) end, ', ') from unnest(roles) r))
               || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
        from pg_policies where schemaname = 'public' and tablename = live
        union all
        select format('alter table %s enable row level security', twin) from pg_class where oid = source and relrowsecurity
        union all
        select format('alter table %s force row level security', twin) from pg_class where oid = source and relforcerowsecurity
    loop
        execute item.statement;
    end loop;
end
$$;
revoke all on function complete_twin(text) from public;
grant execute on function complete_twin(text) to ${writer};
