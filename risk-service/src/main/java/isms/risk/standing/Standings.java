package isms.risk.standing;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import isms.platform.query.Lookups;
import isms.platform.query.Timeline;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads where risks stand, under row-level security with the tenant named. What answers no {@link Uni} blocks: call it on a virtual thread. */
@Singleton
public class Standings {

    private static final String NOW = "valid_to = '9999-12-31T00:00:00Z'";

    private static final String FOUND =
            "select cast(coalesce(json_agg(id order by number), '[]') as text) from (%s) found";

    private static final String MATCHING = FOUND.formatted("""
            select id, number from risk_register
            where tenant = $1 and valid_to = '9999-12-31T00:00:00Z' and status <> 'retired'
              and (cardinality($2::uuid[]) = 0 or context_id = any($2))
              and (cardinality($3::text[]) = 0 or owner = any($3))
              and (cardinality($4::text[]) = 0 or unit = any($4))
              and (cardinality($5::text[]) = 0 or category = any($5))
              and (not $6::boolean or flagged)
            order by number limit $7""");

    /** A risk relies on a control that it names, that its assessment counts on, or that a plan put in place or is to. */
    private static final String CONCERNED = FOUND.formatted("""
            select r.id, r.number from risk_register r
            where r.tenant = $1 and r.valid_to = '9999-12-31T00:00:00Z' and r.status <> 'retired' and (
                $2::boolean or r.context_id = any($3::uuid[]) or r.id = any($4::uuid[])
                or jsonb_exists_any(r.assets, $5::text[])
                or jsonb_exists_any(r.controls, $6::text[])
                or exists (select 1 from jsonb_array_elements(r.assessment -> 'existingControls') c
                           where c ->> 'reference' = any($6))
                or r.id in (
                    select p.risk_id from treatment_plan p
                    where p.tenant = $1 and p.valid_to = '9999-12-31T00:00:00Z'
                      and p.status in ('approved', 'in-progress', 'completed')
                      and (exists (select 1 from jsonb_array_elements(p.controls) c where c ->> 'reference' = any($6))
                        or exists (select 1 from jsonb_array_elements(p.actions) a
                                   where jsonb_exists_any(a -> 'controls', $6)))))""");

    /** The plans that are being carried out and need any of these controls. */
    private static final String NEEDING = FOUND.formatted("""
            select p.id, p.number from treatment_plan p
            where p.tenant = $1 and p.valid_to = '9999-12-31T00:00:00Z' and p.status in ('approved', 'in-progress')
              and exists (select 1 from jsonb_array_elements(p.controls) c where upper(c ->> 'reference') = any($2))""");

    private static final String STANDING = """
            select k.id as risk, k.key, k.title, k.status = 'retired' as retired,
                   coalesce(k.status <> 'retired' and k.assessed_at >= $3, false) as reassessed,
                   k.assessed_at as "assessedAt", k.methodology_id as methodology, k.methodology_version as version,
                   %s, %s, %s
            from risk_register k""".formatted(level("inherent"), level("current"), level("residual"));

    private final Lookups lookups;

    Standings(Lookups lookups) {
        this.lookups = lookups;
    }

    private static String level(String stage) {
        return """
                case when k.%1$s_band is not null then json_build_object('band', k.%1$s_band, 'rank', k.%1$s_band_rank,
                    'level', k.%1$s_level, 'above', coalesce((k.assessment -> '%1$s' ->> 'aboveCriteria')::boolean, false))
                end as %1$s""".formatted(stage);
    }

    /** Waits until the register shows all that has been recorded so far. */
    public void caughtUp() {
        lookups.caughtUp();
    }

    /** The live risks that all of these filters let through, in the order of their keys; an empty filter lets all through. */
    public List<UUID> matching(
            String tenant,
            Collection<UUID> contexts,
            Collection<String> owners,
            Collection<String> units,
            Collection<String> categories,
            boolean flagged,
            int most) {
        return ids(
                tenant,
                MATCHING,
                values(tenant, ids(contexts), texts(owners), texts(units), texts(categories), flagged, most));
    }

    /** The live risks that any of this concerns. */
    public List<UUID> concerned(
            String tenant,
            boolean all,
            Collection<UUID> contexts,
            Collection<UUID> risks,
            Collection<String> assets,
            Collection<String> controls) {
        return ids(tenant, CONCERNED, values(tenant, all, ids(contexts), ids(risks), texts(assets), texts(controls)));
    }

    /** The treatment plans that are being carried out and name any of these controls. */
    public List<UUID> plansNeeding(String tenant, Collection<String> controls) {
        String[] names =
                controls.stream().map(name -> name.toUpperCase(Locale.ROOT)).toArray(String[]::new);
        return ids(tenant, NEEDING, values(tenant, names));
    }

    /** The risks with these ids or keys, retired ones too; what names none is not among them. */
    public List<RiskStanding> named(String tenant, Collection<String> idsOrKeys) {
        String[] names =
                idsOrKeys.stream().map(name -> name.toUpperCase(Locale.ROOT)).toArray(String[]::new);
        String sql = listed(STANDING + " where k.tenant = $1 and k." + NOW
                + " and (k.key = any($2::text[]) or upper(k.id::text) = any($2::text[]))");
        return read(tenant, sql, values(tenant, names, null), new TypeReference<>() {});
    }

    /** How these risks stand now, with whether each was assessed since the given moment. */
    public List<RiskStanding> of(String tenant, Collection<UUID> risks, Instant since) {
        String sql = listed(STANDING + " where k.tenant = $1 and k." + NOW + " and k.id = any($2::uuid[])");
        return read(tenant, sql, values(tenant, ids(risks), since.atOffset(ZoneOffset.UTC)), new TypeReference<>() {});
    }

    /**
     * How risks stood at a moment.
     *
     * @param moment null for now
     */
    public Uni<List<RiskStanding>> of(
            String tenant, Collection<UUID> risks, Instant since, @Nullable Instant moment, Timeline timeline) {
        var parameters = values(tenant, ids(risks), since.atOffset(ZoneOffset.UTC));
        String version = version("k", 4, moment, timeline, parameters);
        String sql = listed(STANDING + " where k.tenant = $1 and " + version + " and k.id = any($2::uuid[])");
        return find(tenant, sql, parameters, new TypeReference<>() {});
    }

    /**
     * How far open rounds are, or were at a moment.
     *
     * @param rounds positions of the versions of the rounds
     */
    public Uni<List<RoundCounts>> counts(
            String tenant, Collection<Long> rounds, @Nullable Instant moment, Timeline timeline) {
        if (rounds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var parameters = values(tenant, rounds.toArray(Long[]::new));
        String version = version("k", 3, moment, timeline, parameters);
        String sql = """
                select cast(coalesce(json_agg(counted), '[]') as text) from (
                    select a.id as round, count(*) as risks,
                           count(*) filter (where k.status <> 'retired' and k.assessed_at >= a.opened_at) as assessed,
                           count(*) filter (where k.status = 'retired') as retired
                    from assessment_round a cross join lateral jsonb_array_elements_text(a.risk_ids) member(risk)
                    left join risk_register k on k.tenant = a.tenant and k.id = member.risk::uuid and %s
                    where a.tenant = $1 and a.position = any($2::bigint[])
                    group by a.id) counted""".formatted(version);
        return find(tenant, sql, parameters, new TypeReference<>() {});
    }

    private static String version(
            String alias, int place, @Nullable Instant moment, Timeline timeline, List<@Nullable Object> parameters) {
        if (moment == null) {
            return alias + "." + NOW;
        }
        parameters.add(moment.atOffset(ZoneOffset.UTC));
        String column = timeline == Timeline.RECORDED ? "valid" : "stated";
        return "%1$s.%2$s_from <= $%3$d and %1$s.%2$s_to > $%3$d".formatted(alias, column, place);
    }

    private static String listed(String select) {
        return "select cast(coalesce(json_agg(standing), '[]') as text) from (" + select
                + " order by k.number) standing";
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private List<UUID> ids(String tenant, String sql, List<@Nullable Object> parameters) {
        return read(tenant, sql, parameters, new TypeReference<>() {});
    }

    private <T> T read(String tenant, String sql, List<@Nullable Object> parameters, TypeReference<T> type) {
        return lookups.read(tenant, sql, type, parameters.toArray());
    }

    private <T> Uni<T> find(String tenant, String sql, List<@Nullable Object> parameters, TypeReference<T> type) {
        return lookups.find(tenant, sql, type, parameters.toArray());
    }
}
