-- The register is opened by priority, by owner and by context as it is now. Indexes over current rows alone are written once a
-- version instead of twice, leave nothing to clean up behind, and do not grow with the past. By context there is one already:
-- the heat map's.
drop index risk_register_priority, risk_register_owner, risk_register_context;
create index risk_register_priority on risk_register (tenant, priority desc nulls last, id)
    where valid_to = '9999-12-31T00:00:00Z';
create index risk_register_owner on risk_register (tenant, owner)
    where valid_to = '9999-12-31T00:00:00Z';
