-- Goes by single risks whatever is asked, so that one plan serves each question. Made anew for each, it took most of the time of a
-- heat map.
alter function risk_count_change(bigint, bigint) set plan_cache_mode = force_generic_plan;
