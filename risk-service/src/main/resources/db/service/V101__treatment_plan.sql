-- The treatment plans of risks (RSK-11, RSK-12), with every version of every row (ALL-5).

create table treatment_plan (
    like versioned_row including all,
    risk_id                 uuid    not null,
    status                  text    not null,
    title                   text    not null,
    option                  text,
    controls                jsonb   not null,
    other_party             text,
    stops                   text,
    justification           text,
    actions                 jsonb   not null,
    action_owners           jsonb   not null,
    percent                 integer not null,
    next_due                date,
    residual                jsonb,
    residual_level          numeric,
    residual_band           text,
    residual_band_rank      integer,
    residual_above_criteria boolean,
    methodology_id          uuid,
    methodology_version     integer,
    authors                 jsonb   not null,
    submitted_at            timestamptz,
    returned_because        text,
    approved_by             text,
    approved_at             timestamptz,
    completed_at            timestamptz,
    withdrawn_because       text
);
select versioned_read_model('treatment_plan');

-- Plans are opened from their risk, and by what is due next.
create index treatment_plan_risk on treatment_plan (tenant, valid_to, risk_id);
create index treatment_plan_due on treatment_plan (tenant, valid_to, next_due);
