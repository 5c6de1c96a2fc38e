-- Messages of other services that could not be handled, and the later ones of the same key, which wait behind them.
create table parked_message (
    topic           text        not null,
    topic_partition integer     not null,
    topic_offset    bigint      not null,
    message_key     text        not null,
    tenant          text,
    type            text,
    headers         jsonb       not null,
    payload         bytea       not null,
    error           text,
    attempts        integer     not null default 0,
    parked_at       timestamptz not null default now(),
    primary key (topic, topic_partition, topic_offset)
);
create index parked_message_key on parked_message (topic, message_key, topic_partition, topic_offset);
comment on column parked_message.error is 'Why the first one of the key failed; null for those that wait behind it';
comment on column parked_message.tenant is 'Null when the message does not say: then nobody but the operator of the installation sees it';

alter table parked_message enable row level security;
alter table parked_message force row level security;
create policy writer_parks on parked_message to ${writer} using (true) with check (true);
create policy reader_sees_own_tenant on parked_message for select to ${reader} using (tenant = current_setting('isms.tenant', true));
grant select, insert, update, delete on parked_message to ${writer};
grant select on parked_message to ${reader};
