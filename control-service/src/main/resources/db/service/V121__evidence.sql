-- Evidence of controls (CTL-8), with every version of every row (ALL-5).

create table evidence (
    like versioned_row including all,
    control_id   uuid        not null,
    kind         text        not null,
    title        text        not null,
    description  text,
    sha256       text,
    size         bigint,
    file_name    text,
    media_type   text,
    link         text,
    outcome      text,
    tool         text,
    detail       text,
    collected_at timestamptz not null,
    edition      integer     not null,
    provided_by  text        not null,
    editions     jsonb       not null
);
select versioned_read_model('evidence');
create index evidence_control on evidence (tenant, control_id) where valid_to = '9999-12-31T00:00:00Z';

-- The files themselves, by digest, once an organization. They are no read model: nothing could fill them anew. A session reaches
-- those of the one organization that it names, the writer's too, and nobody has the right to change or delete them.
create table evidence_file (
    tenant    text        not null,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size      bigint      not null check (size > 0),
    stored_at timestamptz not null default now(),
    primary key (tenant, sha256)
);
create table evidence_file_part (
    tenant  text    not null,
    sha256  text    not null,
    part    integer not null check (part >= 0),
    content bytea   not null,
    primary key (tenant, sha256, part),
    foreign key (tenant, sha256) references evidence_file
);
-- What is handed in is compressed already more often than not.
alter table evidence_file_part alter column content set storage external;

alter table evidence_file enable row level security;
alter table evidence_file force row level security;
create policy own_tenant on evidence_file to ${writer}
    using (tenant = current_setting('isms.tenant', true)) with check (tenant = current_setting('isms.tenant', true));
grant select, insert on evidence_file to ${writer};
alter table evidence_file_part enable row level security;
alter table evidence_file_part force row level security;
create policy own_tenant on evidence_file_part to ${writer}
    using (tenant = current_setting('isms.tenant', true)) with check (tenant = current_setting('isms.tenant', true));
grant select, insert on evidence_file_part to ${writer};
