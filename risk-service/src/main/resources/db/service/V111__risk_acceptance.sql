-- The acceptance of residual risk (RSK-13), and risks that nobody treats and nobody has accepted (RSK-14).

alter table risk_register
    add column acceptance               text not null default 'none',
    add column accepted_by              text,
    add column accepted_as              text,
    add column accepted_at              timestamptz,
    add column accepted_until           date,
    add column accepted_level           numeric,
    add column accepted_band            text,
    add column accepted_above_criteria  boolean,
    add column acceptance_justification text,
    add column acceptance_ended_at      timestamptz,
    add column acceptance_ended_by      text,
    add column acceptance_ended_because text,
    add column accepted_rating          jsonb;

-- What is open in spite of the criteria is counted from these two alone: the rows, with their scenarios and rationale, stay
-- where they are.
create index risk_register_attention on risk_register (tenant, above_criteria, context_id)
    include (id, kind, status, owner, unit, category, reassess_by, acceptance, accepted_until, accepted_above_criteria)
    where valid_to = '9999-12-31T00:00:00Z';
create index treatment_plan_of_risk on treatment_plan (tenant, risk_id)
    include (status, option, next_due)
    where valid_to = '9999-12-31T00:00:00Z';
-- Which acceptances have passed, of all organizations.
create index risk_register_accepted_until on risk_register (accepted_until)
    where valid_to = '9999-12-31T00:00:00Z' and acceptance = 'accepted';
