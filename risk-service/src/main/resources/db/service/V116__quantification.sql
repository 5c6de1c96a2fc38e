-- Risk in money (RSK-16): what the portfolio counts in, what risks are estimated to cost, what their treatment costs; with every
-- version of every row (ALL-5). The estimate of a risk has the id of the risk, that of a plan the id of the plan.

create table risk_portfolio (
    like versioned_row including all,
    currency  text        not null,
    chosen_by text        not null,
    chosen_at timestamptz not null,
    because   text        not null
);
select versioned_read_model('risk_portfolio');

create table risk_quantification (
    like versioned_row including all,
    title                     text        not null,
    context_id                uuid        not null,
    currency                  text        not null,
    current                   jsonb       not null,
    treated                   jsonb,
    rationale                 text        not null,
    estimated_by              text        not null,
    estimated_at              timestamptz not null,
    expected_loss             numeric     not null,
    band                      text,
    band_rank                 integer,
    above_criteria            boolean,
    treated_expected_loss     numeric,
    treated_band              text,
    treated_band_rank         integer,
    treated_above_criteria    boolean,
    not_acceptable_from       numeric,
    methodology_id            uuid,
    methodology_version       integer
);
select versioned_read_model('risk_quantification');

create table plan_quantification (
    like versioned_row including all,
    title         text        not null,
    risk_id       uuid        not null,
    currency      text        not null,
    one_off_cost  jsonb,
    yearly_cost   jsonb,
    years         integer     not null,
    discount_rate numeric     not null,
    treated       jsonb,
    rationale     text        not null,
    estimated_by  text        not null,
    estimated_at  timestamptz not null,
    expected_cost numeric     not null
);
select versioned_read_model('plan_quantification');

-- The dearest risks are asked for first, plans from their risk.
create index risk_quantification_expected on risk_quantification (tenant, expected_loss desc, id)
    where valid_to = '9999-12-31T00:00:00Z';
create index plan_quantification_risk on plan_quantification (tenant, risk_id)
    where valid_to = '9999-12-31T00:00:00Z';
