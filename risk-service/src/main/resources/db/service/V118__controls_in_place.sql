-- Which controls of a treatment plan have been put in place, as control-service tells it.
alter table treatment_plan add column implemented_controls jsonb not null default '[]';
alter table treatment_plan alter column implemented_controls set statistics 0;
