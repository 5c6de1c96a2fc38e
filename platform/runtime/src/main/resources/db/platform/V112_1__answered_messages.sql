-- Messages of other services that have been answered: what a reaction looks up may be different the next time, and a topic that is
-- replayed is to change nothing. A row a message and reaction, kept for good.
create table answered_message (
    tenant      text        not null,
    reaction    text        not null,
    source      text        not null,
    message     uuid        not null,
    answered_at timestamptz not null default now(),
    primary key (tenant, reaction, source, message)
);

alter table answered_message enable row level security;
alter table answered_message force row level security;
create policy writer_remembers on answered_message to ${writer} using (true) with check (true);
grant select, insert on answered_message to ${writer};
