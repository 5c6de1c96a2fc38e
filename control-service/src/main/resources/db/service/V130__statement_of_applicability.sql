-- Statements of applicability (CTL-9 to CTL-12) and their lines, with every version of every row (ALL-5).

create table statement_of_applicability (
    like versioned_row including all,
    scope_id         uuid    not null,
    scope_name       text    not null,
    contexts         jsonb   not null,
    status           text    not null,
    latest_version   integer not null,
    version_in_force integer,
    approved_at      timestamptz,
    approved_by      text,
    complete         boolean not null,
    conflicts        integer not null,
    outdated         boolean not null,
    delegate         text,
    migrated         boolean not null,
    versions         jsonb   not null
);
select versioned_read_model('statement_of_applicability');

create table statement_line (
    like versioned_row including all,
    statement_id      uuid    not null,
    statement_version integer not null,
    reference         text    not null,
    control           text    not null,
    title             text    not null,
    theme             text,
    annex_a           boolean not null,
    decided           boolean not null,
    drawn             boolean not null,
    applicable        boolean,
    conflict          boolean not null,
    justified         boolean not null,
    justifications    jsonb   not null,
    exclusion         text,
    status            text,
    controls          jsonb   not null,
    risks             jsonb   not null,
    note              text,
    needs             jsonb   not null,
    lineage           jsonb   not null,
    decided_by        text,
    decided_at        timestamptz,
    gap               text
);
select versioned_read_model('statement_line');

-- The lines of one version, now or as of a past moment.
create index statement_line_of_version on statement_line (tenant, statement_id, statement_version, valid_to);
