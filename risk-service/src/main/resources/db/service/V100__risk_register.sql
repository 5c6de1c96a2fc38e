-- The inventory of methodologies (RSK-1), the contexts that choose from it (RSK-5) and the register of risks (RSK-6 to RSK-8),
-- each with every version of every row, so that any past moment can be asked (ALL-5).

create table methodology (
    like versioned_row including all,
    title          text    not null,
    kind           text    not null,
    status         text    not null,
    in_use_version integer,
    latest_version integer not null,
    versions       jsonb   not null
);
select versioned_read_model('methodology');

create table risk_context (
    like versioned_row including all,
    title                 text not null,
    description           text not null,
    status                text not null,
    methodology_id        uuid,
    methodology_chosen_at timestamptz,
    retired_because       text
);
select versioned_read_model('risk_context');

create table risk_register (
    like versioned_row including all,
    kind                text  not null,
    status              text  not null,
    title               text  not null,
    scenario            jsonb not null,
    affects             jsonb not null,
    assets              jsonb not null,
    processes           jsonb not null,
    category            text  not null,
    unit                text,
    control_objectives  jsonb not null,
    controls            jsonb not null,
    context_id          uuid  not null,
    owner               text  not null,
    retired_because     text,
    assessed_at         timestamptz,
    assessed_by         text,
    reassess_by         date,
    methodology_id      uuid,
    methodology_version integer,
    above_criteria      boolean,
    priority            bigint,
    priority_because    jsonb not null,
    inherent_likelihood integer, inherent_business_impact integer, inherent_regulatory_impact integer, inherent_impact integer,
    inherent_level      numeric, inherent_band text, inherent_band_rank integer,
    current_likelihood  integer, current_business_impact integer, current_regulatory_impact integer, current_impact integer,
    current_level       numeric, current_band text, current_band_rank integer,
    target_likelihood   integer, target_business_impact integer, target_regulatory_impact integer, target_impact integer,
    target_level        numeric, target_band text, target_band_rank integer,
    residual_likelihood integer, residual_business_impact integer, residual_regulatory_impact integer, residual_impact integer,
    residual_level      numeric, residual_band text, residual_band_rank integer,
    assessment          jsonb
);
select versioned_read_model('risk_register');

-- The register is opened by priority, by owner and by context.
create index risk_register_priority on risk_register (tenant, valid_to, priority desc nulls last, id);
create index risk_register_owner on risk_register (tenant, valid_to, owner);
create index risk_register_context on risk_register (tenant, valid_to, context_id);
-- A past moment by stated time.
create index risk_register_stated on risk_register (tenant, stated_to);
-- The heat map counts from this index alone: the rows, with their scenarios and rationale, stay where they are.
create index risk_register_heat_map on risk_register (tenant, context_id)
    include (kind, status, owner, unit, category, methodology_id, methodology_version,
             inherent_likelihood, inherent_impact, inherent_business_impact, inherent_regulatory_impact, inherent_band,
             current_likelihood, current_impact, current_business_impact, current_regulatory_impact, current_band,
             target_likelihood, target_impact, target_business_impact, target_regulatory_impact, target_band)
    where valid_to = '9999-12-31T00:00:00Z';
