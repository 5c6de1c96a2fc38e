package isms.control.reaction;

import com.fasterxml.jackson.core.type.TypeReference;
import isms.control.framework.Frameworks;
import isms.platform.query.Lookups;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements and controls that a fact of another service concerns. */
@Singleton
class Concerned {

    private static final String STATEMENTS = """
            select cast(coalesce(json_agg(id order by number), '[]') as text) from statement_of_applicability
            where tenant = $1 and valid_to = '9999-12-31T00:00:00Z'
              and ($2::text is null or contexts = '[]' or jsonb_exists(contexts, $2::text))""";

    /** A control that was merged into another one lives on in that. */
    private static final String CONTROLS = """
            with recursive called as (
                select id, merged_into, status from control
                where tenant = $1 and valid_to = '9999-12-31T00:00:00Z'
                  and (upper(key) = any($2) or upper(id::text) = any($2)
                    or exists (select 1 from jsonb_array_elements_text(requirements) r where upper(r) = any($2)))
                union
                select n.id, n.merged_into, n.status from called c
                join control n on n.tenant = $1 and n.id = c.merged_into and n.valid_to = '9999-12-31T00:00:00Z')
            select cast(coalesce(json_agg(id order by id), '[]') as text) from called
            where status not in ('merged', 'retired')""";

    private static final String BOTH =
            "select cast(json_build_object('statements', cast((%s) as json), 'controls', cast((%s) as json)) as text)"
                    .formatted(STATEMENTS, CONTROLS.replace("$2", "$3"));

    /** Statements and controls by their ids. */
    record Both(List<UUID> statements, List<UUID> controls) {}

    private final Lookups lookups;

    Concerned(Lookups lookups) {
        this.lookups = lookups;
    }

    /** What was decided before the fact arrived is not to be overlooked. */
    void caughtUp() {
        lookups.caughtUp();
    }

    /**
     * The statements that cover a risk context.
     *
     * @param context null for all statements
     */
    List<UUID> statements(String tenant, @Nullable UUID context) {
        return lookups.read(
                tenant, STATEMENTS, new TypeReference<>() {}, tenant, context == null ? null : context.toString());
    }

    /** The controls that are called by any of these names: key, id, or a requirement that they satisfy, as plans write it. */
    List<UUID> controls(String tenant, Collection<String> names) {
        return lookups.read(tenant, CONTROLS, new TypeReference<>() {}, tenant, wanted(names));
    }

    /** {@link #statements} and {@link #controls} of the same moment. */
    Both both(String tenant, @Nullable UUID context, Collection<String> names) {
        return lookups.read(
                tenant,
                BOTH,
                new TypeReference<>() {},
                tenant,
                context == null ? null : context.toString(),
                wanted(names));
    }

    private static String[] wanted(Collection<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name, Frameworks.ANNEX_A + ":" + name))
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
