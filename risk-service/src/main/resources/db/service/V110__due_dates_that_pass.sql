-- Due dates that pass (ALL-7): what is recorded of them, and what is still to pass.
alter table treatment_plan
    add column next_to_pass    date,
    add column overdue_actions integer not null default 0;
alter table risk_register add column reassessment_overdue_at timestamptz;

-- Of the plans there are, no passing is recorded yet. Their owner is bound by row-level security too, unless told otherwise.
alter table treatment_plan no force row level security;
update treatment_plan set next_to_pass = next_due where next_due is not null;
alter table treatment_plan force row level security;

-- Looked at every half minute, over all organizations: only what may pass still, and in the order in which it does.
create index treatment_plan_to_pass on treatment_plan (next_to_pass)
    where valid_to = '9999-12-31T00:00:00Z' and next_to_pass is not null;
create index risk_register_to_reassess on risk_register (reassess_by)
    where valid_to = '9999-12-31T00:00:00Z' and status = 'assessed' and reassessment_overdue_at is null;
