-- What is made from a read model and remembers how far it is must know when facts are projected behind that position.
alter table projection_progress add column retried bigint not null default 0;
comment on column projection_progress.retried is 'Number of parked facts that were tried again and projected, out of the order of the log';
