-- The organizations' own libraries of threats, vulnerabilities and scenarios (RSK-17), with every version of every row (ALL-5).

create table library_entry (
    like versioned_row including all,
    kind            text  not null,
    status          text  not null,
    title           text  not null,
    description     text  not null,
    origin          text,
    category        text,
    affects         jsonb not null,
    controls        jsonb not null,
    scenario        jsonb,
    retired_because text
);
select versioned_read_model('library_entry');

-- Which scenario a risk was registered from (RSK-17), and what was decided on an opportunity (RSK-6; 6.1.1).
alter table risk_register
    add column from_scenario          text,
    add column from_scenario_title    text,
    add column opportunity_decision   text,
    add column opportunity_evaluation text,
    add column opportunity_reason     text,
    add column opportunity_decided_at timestamptz,
    add column opportunity_decided_by text;

-- Opportunities are not measured by the acceptance criteria and have no place in the order of treatment. What the projection
-- writes from now on says so; this says it of the rows that it has written before. The owner is under row-level security, too.
alter table risk_register no force row level security;
update risk_register set above_criteria = null, priority = null, priority_because = '[]' where kind = 'opportunity';
alter table risk_register force row level security;
