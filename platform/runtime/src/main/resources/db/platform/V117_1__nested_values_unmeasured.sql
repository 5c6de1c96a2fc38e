-- Nested values are never searched, so nothing is planned by what they hold; but ANALYZE unpacks and compares them, which is most
-- of its work on a wide read model, and whoever waits for an answer meanwhile pays for it.
create function leave_nested_values_unmeasured(live text) returns void language plpgsql as $$
declare
    nested name;
begin
    for nested in
        select attname from pg_attribute
        where attrelid = format('public.%I', live)::regclass and atttypid = 'jsonb'::regtype and attnum > 0 and not attisdropped
    loop
        execute format('alter table %I alter column %I set statistics 0', live, nested);
    end loop;
end
$$;
revoke all on function leave_nested_values_unmeasured(text) from public;

select leave_nested_values_unmeasured(name) from read_model_table;

-- From now on tables are created so.
create or replace function versioned_read_model(live text) returns void language plpgsql as $$
begin
    perform read_model(live);
    perform leave_nested_values_unmeasured(live);
    execute format(
        'create unique index %I on %I (tenant, id) where valid_to = ''9999-12-31T00:00:00Z''', live || '_current', live);
    execute format('create unique index %I on %I (tenant, id, version)', live || '_version', live);
    execute format('create index %I on %I (tenant, valid_to, number)', live || '_listed', live);
end
$$;
