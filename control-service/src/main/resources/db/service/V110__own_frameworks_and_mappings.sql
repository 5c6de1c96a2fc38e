-- Frameworks that organizations bring in themselves (CTL-1), and their own mappings between requirements (CTL-2), with every
-- version of every row, so that any past moment can be asked (ALL-5).

create table own_framework (
    like versioned_row including all,
    title             text    not null,
    publisher         text    not null,
    edition           text    not null,
    source            text    not null,
    status            text    not null,
    framework_version integer not null,
    requirement_count integer not null,
    versions          jsonb   not null,
    retired_because   text,
    groups            jsonb   not null,
    requirements      jsonb   not null
);
select versioned_read_model('own_framework');

create table framework_mapping (
    like versioned_row including all,
    from_framework    text    not null,
    from_requirement  text    not null,
    to_framework      text    not null,
    to_requirement    text    not null,
    relationship      text    not null,
    strength          integer,
    rationale         text    not null,
    source            text    not null,
    status            text    not null,
    via               text,
    withdrawn_because text
);
select versioned_read_model('framework_mapping');
