package isms.risk.mywork;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import isms.platform.http.Names;
import isms.platform.query.Rows;
import isms.platform.security.Caller;
import isms.risk.Roles;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what waits for the caller, in one statement over the current rows of the read models. */
@Singleton
class WaitingWork {

    private static final String NOW = "valid_to = '9999-12-31T00:00:00Z'";

    /** What can wait, and where from. Each part sees only what the caller may do, by role and by subject. */
    private enum Source {
        ASSESS_RISK("""
                select 'assess-risk' as kind, r.id, r.key, null::int as action, r.title, null::date as due,
                       r.created_at as since, '/api/v1/risks/' || r.id as link,
                       'The risk is in the register and has never been assessed.' as why
                from risk_register r, me
                where r.tenant = me.tenant and r.%1$s and r.owner = me.subject and me.owns
                  and r.kind = 'threat' and r.status = 'registered'"""),
        REASSESS_RISK("""
                select 'reassess-risk', r.id, r.key, null, r.title, r.reassess_by, r.assessed_at, '/api/v1/risks/' || r.id,
                       format('Last assessed on %%s; the planned interval asks for the next assessment by %%s.',
                              to_char(r.assessed_at at time zone 'UTC', 'YYYY-MM-DD'), r.reassess_by)
                from risk_register r, me
                where r.tenant = me.tenant and r.%1$s and r.owner = me.subject and me.owns
                  and r.status = 'assessed' and r.reassess_by <= me.horizon"""),
        DECIDE_ON_OPPORTUNITY("""
                select 'decide-on-opportunity', r.id, r.key, null, r.title, null, r.created_at, '/api/v1/risks/' || r.id,
                       'Whether the opportunity is pursued has not been decided.'
                from risk_register r, me
                where r.tenant = me.tenant and r.%1$s and r.owner = me.subject and me.owns
                  and r.kind = 'opportunity' and r.status <> 'retired' and r.opportunity_decision is null"""),
        APPROVE_PLAN("""
                select 'approve-plan', p.id, p.key, null, p.title, null, p.submitted_at, '/api/v1/treatment-plans/' || p.id,
                       format('Submitted for your risk %%s, "%%s".', r.key, r.title)
                from treatment_plan p join risk_register r on r.tenant = p.tenant and r.id = p.risk_id and r.%1$s, me
                where p.tenant = me.tenant and p.%1$s and p.status = 'submitted' and r.owner = me.subject and me.approves
                  and not jsonb_exists(p.authors, me.subject)"""),
        REVISE_PLAN("""
                select 'revise-plan', p.id, p.key, null, p.title, null, p.updated_at, '/api/v1/treatment-plans/' || p.id,
                       format('It came back to you as one of its authors: %%s', p.returned_because)
                from treatment_plan p, me
                where p.tenant = me.tenant and p.%1$s and p.status = 'draft' and p.returned_because is not null
                  and jsonb_exists(p.authors, me.subject)"""),
        CARRY_OUT_ACTION("""
                select 'carry-out-action', p.id, p.key, cast(a ->> 'id' as int), a ->> 'title',
                       cast(a ->> 'targetDate' as date), p.approved_at, '/api/v1/treatment-plans/' || p.id,
                       format('Your action of the plan "%%s" stands at %%s percent.', p.title, a ->> 'percent')
                from me join treatment_plan p on p.tenant = me.tenant and p.%1$s and p.status in ('approved', 'in-progress')
                    and jsonb_exists(p.action_owners, me.subject), jsonb_array_elements(p.actions) a
                where a ->> 'owner' = me.subject and a ->> 'status' <> 'done' and cast(a ->> 'percent' as int) < 100"""),
        SHOW_ACTION_DONE("""
                select 'show-action-done', p.id, p.key, cast(a ->> 'id' as int), a ->> 'title',
                       cast(a ->> 'targetDate' as date), p.updated_at, '/api/v1/treatment-plans/' || p.id,
                       format('%%s reports 100 percent; somebody else has to show that the success criterion is met.',
                              a ->> 'owner')
                from me join treatment_plan p on p.tenant = me.tenant and p.%1$s and p.status in ('approved', 'in-progress')
                    join risk_register r on r.tenant = p.tenant and r.id = p.risk_id and r.%1$s,
                    jsonb_array_elements(p.actions) a
                where a ->> 'owner' <> me.subject and a ->> 'status' <> 'done' and cast(a ->> 'percent' as int) = 100
                  and (me.manages or me.owns and r.owner = me.subject)"""),
        APPROVE_METHODOLOGY("""
                select 'approve-methodology', m.id, m.key, null, m.title, null,
                       cast(v ->> 'submittedAt' as timestamptz), '/api/v1/methodologies/' || m.id,
                       format('Version %%s awaits the approval of its risk acceptance criteria by top management.', v ->> 'version')
                from methodology m cross join lateral (select m.versions -> -1 as v) latest, me
                where m.tenant = me.tenant and m.%1$s and me.decides and v ->> 'status' = 'submitted'
                  and not jsonb_exists(v -> 'authors', me.subject)"""),
        REVISE_METHODOLOGY("""
                select 'revise-methodology', m.id, m.key, null, m.title, null, m.updated_at, '/api/v1/methodologies/' || m.id,
                       format('Version %%s came back to you as one of its authors: %%s', v ->> 'version', v ->> 'returnedBecause')
                from methodology m cross join lateral (select m.versions -> -1 as v) latest, me
                where m.tenant = me.tenant and m.%1$s and v ->> 'status' = 'draft' and v ->> 'returnedBecause' is not null
                  and jsonb_exists(v -> 'authors', me.subject)"""),
        ACCEPT_RESIDUAL_RISK("""
                select 'accept-residual-risk', r.id, r.key, null, r.title, null, r.assessed_at, '/api/v1/risks/' || r.id,
                       format('Its residual level %%s is %%s the acceptance criteria and %%s.', r.residual_band,
                              case when cast(r.assessment -> 'residual' ->> 'aboveCriteria' as boolean) then 'above' else 'within' end,
                              coalesce('no longer accepted: ' || r.acceptance_ended_because, 'nobody has accepted it yet'))
                from risk_register r join methodology m on m.tenant = r.tenant and m.id = r.methodology_id and m.%1$s, me
                where r.tenant = me.tenant and r.%1$s and r.kind = 'threat' and r.status = 'assessed' and r.residual_level is not null
                  and r.acceptance <> 'accepted'
                  and case when cast(r.assessment -> 'residual' ->> 'aboveCriteria' as boolean)
                             or m.versions -> (r.methodology_version - 1) -> 'content' -> 'criteria' -> 'acceptance' ->> 'acceptedWithinBy'
                                = 'top-management'
                           then me.decides else me.approves and r.owner = me.subject end"""),
        ANSWER_FLAG("""
                select 'answer-flag', r.id, r.key, null, r.title, null, r.flagged_since, '/api/v1/risks/' || r.id,
                       'Something happened that may have changed it: reassess it, or dismiss the flag with a reason.'
                from risk_register r, me
                where r.tenant = me.tenant and r.%1$s and r.owner = me.subject and me.owns and r.status <> 'retired' and r.flagged""");

        private final String sql;

        Source(String sql) {
            this.sql = sql;
        }

        String kind() {
            return Names.kebab(name());
        }
    }

    static final List<String> KINDS =
            Arrays.stream(Source.values()).map(Source::kind).toList();

    private static final String WAITING = """
            with me as (
                select cast(:tenant as text) as tenant, cast(:subject as text) as subject, cast(cast(:today as text) as date) as today,
                       cast(cast(:today as text) as date) + 30 as horizon, cast(:owns as boolean) as owns,
                       cast(:approves as boolean) as approves, cast(:manages as boolean) as manages,
                       cast(:decides as boolean) as decides),
            waiting as (
                select w.*, case when w.due < me.today then 'overdue' when w.due <= me.horizon then 'soon' else 'open' end as urgency
                from (%s) w, me)
            select cast(json_build_object(
                'counts', (select coalesce(json_object_agg(kind, n), '{}') from (
                    select kind, count(*) as n from waiting group by kind) counted),
                'overdue', (select count(*) from waiting where urgency = 'overdue'),
                'items', (select coalesce(json_agg(i), '[]') from (
                    select * from waiting where kind = any(string_to_array(cast(:kinds as text), ','))
                    order by array_position(array['overdue', 'soon', 'open'], urgency), due nulls last, since, key, action
                    limit :most) i)) as text)""".formatted(String.join(
            "\nunion all\n",
            Arrays.stream(Source.values())
                    .map(source -> source.sql.formatted(NOW))
                    .toList()));

    private final Rows rows;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    WaitingWork(Rows rows, Caller caller, Clock clock, ObjectMapper json) {
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    /** As the statement answers it. */
    private record Found(Map<String, Long> counts, long overdue, List<MyWork.Item> items) {}

    Uni<MyWork> of(MyWorkRequest request) {
        request.check();
        String subject = caller.subject();
        String tenant = caller.tenant();
        boolean manages = caller.has(Roles.ISMS_MANAGER);
        boolean owns = manages || caller.has(Roles.RISK_OWNER);
        boolean approves = caller.has(Roles.RISK_OWNER);
        boolean decides = caller.has(Roles.TOP_MANAGEMENT);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rows.asTenant(
                        request,
                        session -> session.createNativeQuery(WAITING, String.class)
                                .setParameter("tenant", tenant)
                                .setParameter("subject", subject)
                                .setParameter("today", today.toString())
                                .setParameter("owns", owns)
                                .setParameter("approves", approves)
                                .setParameter("manages", manages)
                                .setParameter("decides", decides)
                                .setParameter("kinds", String.join(",", request.kinds()))
                                .setParameter("most", request.atMost())
                                .getSingleResult())
                .map(text -> work(subject, today, read(text)));
    }

    private static MyWork work(String subject, LocalDate today, Found found) {
        var counts = new LinkedHashMap<String, Long>();
        for (String kind : KINDS) {
            @Nullable Long waiting = found.counts().get(kind);
            if (waiting != null) {
                counts.put(kind, waiting);
            }
        }
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new MyWork(subject, today, total, found.overdue(), counts, found.items());
    }

    private Found read(String text) {
        try {
            return json.readValue(text, Found.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
