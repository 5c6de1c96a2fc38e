-- Every version of a risk pays for every index when it begins, and for those that are not over current rows alone when it ends.
-- A past moment by stated time is found by when the version ended in the record: nothing is stated to happen after that.
drop index risk_register_stated;
-- The heat map and what is open in spite of the criteria are counted from the same index alone.
drop index risk_register_attention, risk_register_heat_map;
create index risk_register_counted on risk_register (tenant, context_id)
    include (id, kind, status, owner, unit, category, methodology_id, methodology_version,
             inherent_likelihood, inherent_impact, inherent_business_impact, inherent_regulatory_impact, inherent_band,
             current_likelihood, current_impact, current_business_impact, current_regulatory_impact, current_band,
             target_likelihood, target_impact, target_business_impact, target_regulatory_impact, target_band,
             above_criteria, reassess_by, acceptance, accepted_until, accepted_above_criteria)
    where valid_to = '9999-12-31T00:00:00Z';
