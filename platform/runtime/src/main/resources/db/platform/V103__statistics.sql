-- Read models are wide and grow by every fact. With the default of 100 each ANALYZE reads 30,000 whole rows, again and again while
-- they grow; what is asked of them (one organization's current rows, a few filters) is planned as well with a fifth of that.
do $$
begin
    execute format('alter database %I set default_statistics_target = 20', current_database());
end
$$;
