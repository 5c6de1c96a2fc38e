-- The log: every decision of the service, in commit order. Append-only for everyone who is not the owner of the schema,
-- and for the owner too, by trigger.
create table event_log (
    position        bigint      not null primary key,
    tenant          text        not null,
    tenant_position bigint      not null,
    kind            text        not null,
    aggregate       uuid        not null,
    number          bigint      not null,
    version         bigint      not null check (version > 0),
    event_id        uuid        not null,
    type            text        not null,
    revision        integer     not null,
    recorded_at     timestamptz not null,
    stated_at       timestamptz,
    actor           text        not null,
    roles           text[]      not null,
    correlation     uuid        not null,
    causation       uuid        not null,
    trace_id        text,
    clauses         text[]      not null,
    reason          text,
    payload         bytea       not null,
    leaf_hash       bytea       not null
);

-- The last defence against two writers: no stream has two facts of one version, no tenant two of one position.
create unique index event_log_stream on event_log (aggregate, kind, tenant, version);
create unique index event_log_tenant on event_log (tenant, tenant_position);
-- Where keys such as RISK-42 come from.
create unique index event_log_number on event_log (tenant, kind, number) where version = 1;

comment on column event_log.payload is 'The exact bytes that were hashed; jsonb would reorder them';
comment on column event_log.leaf_hash is 'SHA-256 over the canonical envelope, see isms.platform.eventstore.LeafHash';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the event log is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger event_log_is_append_only before update or delete on event_log for each row execute function refuse_change();
create trigger event_log_is_never_truncated before truncate on event_log for each statement execute function refuse_change();

alter table event_log enable row level security;
alter table event_log force row level security;
create policy writer_appends on event_log to ${writer} using (true) with check (true);
create policy reader_sees_own_tenant on event_log for select to ${reader} using (tenant = current_setting('isms.tenant', true));

grant select, insert on event_log to ${writer};
grant select on event_log to ${reader};

-- What was answered under an idempotency key; written in the transaction of the facts.
create table command_idempotency (
    tenant       text        not null,
    key          text        not null,
    request_hash text        not null,
    kind         text        not null,
    aggregate    uuid        not null,
    version      bigint      not null,
    position     bigint      not null,
    created      boolean     not null,
    recorded_at  timestamptz not null,
    primary key (tenant, key)
);
create index command_idempotency_age on command_idempotency (recorded_at);

alter table command_idempotency enable row level security;
alter table command_idempotency force row level security;
create policy writer_keeps on command_idempotency to ${writer} using (true) with check (true);
grant select, insert, delete on command_idempotency to ${writer};
