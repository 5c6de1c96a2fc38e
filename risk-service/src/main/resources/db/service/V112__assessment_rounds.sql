-- Rounds of assessments (RSK-9), and the flags that ask for an assessment (RSK-10), with every version of every row (ALL-5).

create table assessment_round (
    like versioned_row including all,
    title             text        not null,
    status            text        not null,
    occasion          text        not null,
    change            text,
    scope             jsonb       not null,
    scope_key         text        not null,
    due               date        not null,
    overdue_since     timestamptz,
    opened_at         timestamptz not null,
    opened_by         text        not null,
    risks             integer     not null,
    risk_ids          jsonb       not null,
    closed_at         timestamptz,
    closed_by         text,
    conclusion        text,
    picture           jsonb,
    pictured          jsonb       not null,
    left_out          jsonb       not null,
    withdrawn_because text
);
select versioned_read_model('assessment_round');

-- What is overdue, in all organizations; and the round before of the same scope.
create index assessment_round_due on assessment_round (due)
    where valid_to = '9999-12-31T00:00:00Z' and status = 'open' and overdue_since is null;
create index assessment_round_scope on assessment_round (tenant, scope_key, closed_at)
    where valid_to = '9999-12-31T00:00:00Z';

alter table risk_register
    add column flagged       boolean not null default false,
    add column flagged_since timestamptz,
    add column flag_causes   jsonb   not null default '[]',
    add column flags         jsonb   not null default '[]';
