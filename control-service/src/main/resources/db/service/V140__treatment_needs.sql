-- What treatment plans need, as risk-service tells it.
create table treatment_needs (
    like versioned_row including all,
    status        text not null,
    plan_key      text not null,
    title         text not null,
    risk_id       uuid not null,
    context_id    uuid,
    controls      jsonb not null,
    ended_because text
);
select versioned_read_model('treatment_needs');
