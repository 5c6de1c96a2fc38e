package isms.control.needregister;

import com.fasterxml.jackson.core.type.TypeReference;
import isms.control.need.StandingNeed;
import isms.platform.query.Lookups;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What approved treatment plans need of controls now. */
@Singleton
public class StandingNeeds {

    private static final String STANDING = """
            select cast(coalesce(json_agg(json_build_object(
                    'control', c ->> 'reference', 'plan', n.id, 'key', n.plan_key, 'risk', n.risk_id, 'title', n.title)
                    order by n.number), '[]') as text)
            from treatment_needs n cross join lateral jsonb_array_elements(n.controls) c
            where n.tenant = $1 and n.valid_to = '9999-12-31T00:00:00Z' and n.status = 'standing'
              and (cardinality($2::uuid[]) = 0 or n.context_id is null or n.context_id = any($2))""";

    private final Lookups lookups;

    StandingNeeds(Lookups lookups) {
        this.lookups = lookups;
    }

    /** @param contexts the contexts whose plans count; none for all */
    public List<StandingNeed> of(String tenant, List<UUID> contexts) {
        lookups.caughtUp();
        return lookups.read(tenant, STANDING, new TypeReference<>() {}, tenant, contexts.toArray(UUID[]::new));
    }
}
