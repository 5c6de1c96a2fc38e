-- How many risks are alike in all that a heat map asks (RSK-15), kept as they change, so that a map costs what it shows and not
-- what the register holds. Counted behind the register, some facts at a time, and never in its transaction: a question adds
-- what has come since, so an answer is as fresh as the register itself.

create table risk_count (
    tenant              text    not null,
    context_id          uuid    not null,
    kind                text    not null,
    status              text    not null,
    methodology_id      uuid,
    methodology_version integer,
    rating              text    not null,
    likelihood          integer,
    impact              integer,
    business_impact     integer,
    regulatory_impact   integer,
    band                text,
    open_from           date,
    risks               bigint  not null,
    unique nulls not distinct (tenant, rating, kind, status, context_id, methodology_id, methodology_version,
                               likelihood, impact, business_impact, regulatory_impact, band, open_from)
) with (fillfactor = 50);
select read_model('risk_count');
comment on column risk_count.rating is 'inherent, current, target or residual: each risk is counted once in each';
comment on column risk_count.open_from is
    'From which day on they are above the criteria with neither a plan nor an acceptance (RSK-14); null when they are not';

-- Up to which position of the log all is counted, and of which tables: a rebuild puts others in their place, and what is
-- projected after it was parked comes with a position that is passed already. Then all is counted again.
create table risk_count_reached (
    position bigint not null,
    register oid    not null,
    plans    oid    not null,
    retried  bigint not null
);
insert into risk_count_reached values (0, 0, 0, 0);
grant select, update on risk_count_reached to ${writer};
grant select on risk_count_reached to ${reader};

-- What the facts after one position, up to another, change of the counts. Goes by single risks, whatever the size of the register
-- was when it was planned.
create function risk_count_change(beyond bigint, upto bigint) returns setof risk_count language sql stable
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
    with touched as (
        select tenant, id from risk_register where position > beyond and position <= upto
        union
        select tenant, risk_id from treatment_plan where position > beyond and position <= upto),
    weighed as (
        select moment.weight, moment.at, r.*
        from touched t
        cross join (values (-1, beyond), (1, upto)) as moment(weight, at)
        cross join lateral (
            select * from risk_register v
            where v.tenant = t.tenant and v.id = t.id and v.position <= moment.at
            order by v.version desc limit 1) r),
    judged as (
        select w.*,
            case
                when (w.status = 'assessed' and w.above_criteria) is not true or exists (
                    select 1 from treatment_plan p
                    cross join lateral (
                        select v.status, v.option from treatment_plan v
                        where v.tenant = p.tenant and v.id = p.id and v.position <= w.at
                        order by v.version desc limit 1) then_so
                    where p.tenant = w.tenant and p.risk_id = w.id and p.valid_to = '9999-12-31T00:00:00Z'
                      and then_so.status in ('approved', 'in-progress') and then_so.option <> 'retain') then null
                when w.acceptance = 'accepted' then w.accepted_until + 1
                else '-infinity'
            end as open_from
        from weighed w)
    select tenant, context_id, kind, status, methodology_id, methodology_version, rated.rating, rated.likelihood, rated.impact,
           rated.business_impact, rated.regulatory_impact, rated.band, open_from, sum(weight)
    from judged
    cross join lateral (values
        ('inherent', inherent_likelihood, inherent_impact, inherent_business_impact, inherent_regulatory_impact, inherent_band),
        ('current', current_likelihood, current_impact, current_business_impact, current_regulatory_impact, current_band),
        ('target', target_likelihood, target_impact, target_business_impact, target_regulatory_impact, target_band),
        ('residual', residual_likelihood, residual_impact, residual_business_impact, residual_regulatory_impact, residual_band))
        as rated(rating, likelihood, impact, business_impact, regulatory_impact, band)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
    having sum(weight) <> 0
$$;

-- Where the counts are when they can be used: no row when all must be counted again.
create function risk_count_position() returns setof bigint language sql stable as $$
    select c.position from risk_count_reached c
    where c.register = 'risk_register'::regclass and c.plans = 'treatment_plan'::regclass
      and c.retried = (select sum(retried) from projection_progress where name in ('risk-register', 'treatment-plans'))
$$;

-- Counts what has come since. In a transaction that sees one moment. Gives the position that it reached; null when another does it.
create function count_risks() returns bigint language plpgsql as $$
declare
    reached risk_count_reached;
    head bigint;
    so_far bigint;
begin
    select * into reached from risk_count_reached for update skip locked;
    if not found then
        return null;
    end if;
    -- what a crash takes of the counts, their position with it, is counted again
    perform set_config('synchronous_commit', 'off', true);
    select min(position) into head from projection_progress where name in ('risk-register', 'treatment-plans');
    select * into so_far from risk_count_position();
    if so_far is null then
        delete from risk_count;
        so_far := 0;
    elsif head is null or head <= so_far then
        return so_far;
    end if;
    insert into risk_count as c select * from risk_count_change(so_far, head)
    on conflict (tenant, rating, kind, status, context_id, methodology_id, methodology_version,
                 likelihood, impact, business_impact, regulatory_impact, band, open_from)
    do update set risks = c.risks + excluded.risks;
    delete from risk_count where risks = 0;
    update risk_count_reached set position = coalesce(head, 0),
        register = 'risk_register'::regclass, plans = 'treatment_plan'::regclass,
        retried = (select coalesce(sum(p.retried), 0) from projection_progress p where name in ('risk-register', 'treatment-plans'));
    return head;
end
$$;
revoke all on function count_risks() from public;
grant execute on function count_risks() to ${writer};
