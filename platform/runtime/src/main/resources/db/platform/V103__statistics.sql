-- Read models are wide and grow by every fact. With the default of 100 each ANALYZE reads 30,000 whole rows, again and again while
-- they grow; what is asked of them (one organization's current rows, a few filters) is planned as well with a fifth of that.
-- And no statement of a service runs so long that compiling it would pay: where the planner thinks so, it is wrong.
do $$
begin
    execute format('alter database %I set default_statistics_target = 20', current_database());
    execute format('alter database %I set jit = off', current_database());
end
$$;
