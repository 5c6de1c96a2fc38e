-- The controls of the organization (CTL-4 to CTL-7), with every version of every row (ALL-5).

create table control (
    like versioned_row including all,
    title               text        not null,
    description         text        not null,
    scope               text,
    estimated_days      integer,
    owner               text        not null,
    status              text        not null,
    implementation      text        not null,
    requirements        jsonb       not null,
    requirement_count   integer     not null,
    due                 date,
    overdue_at          timestamptz,
    steps               jsonb       not null,
    started_on          date,
    implemented_on      date,
    operating_on        date,
    reopened_because    text,
    retired_because     text,
    needs               jsonb       not null,
    planned_changes     jsonb       not null,
    test                jsonb,
    effectiveness       text        not null,
    effectiveness_since timestamptz not null,
    last_test           jsonb,
    tested_on           date,
    test_valid_until    date,
    doubts              jsonb       not null,
    merged_into         uuid,
    merged_because      text,
    absorbed            jsonb       not null
);
select versioned_read_model('control');

-- Looked at every half minute, over all organizations: only what may pass still, and in the order in which it does.
create index control_due on control (due)
    where valid_to = '9999-12-31T00:00:00Z' and implementation in ('PLANNED', 'IN_PROGRESS') and overdue_at is null;
create index control_test_age on control (test_valid_until)
    where valid_to = '9999-12-31T00:00:00Z' and implementation <> 'RETIRED';
