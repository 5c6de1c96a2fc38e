package isms.risk.document;

import io.smallrye.mutiny.Uni;
import isms.platform.query.Asked;
import isms.platform.query.ReadRequest;
import isms.platform.readmodel.VersionedRow;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Things that rows refer to by identity, as they were at the moment of the document: people read keys and titles. */
public final class Referred {

    private Referred() {}

    public static <R extends VersionedRow> Uni<Map<UUID, R>> to(
            Mutiny.Session session, Class<R> rows, Collection<UUID> identities, Asked asked, ReadRequest request) {
        if (identities.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var query = session.createSelectionQuery(
                        "select r from " + rows.getName() + " r where r.tenant = :tenant and r.id in (:identities) and "
                                + request.versionCondition(),
                        rows)
                .setReadOnly(true)
                .setParameter("tenant", asked.organization())
                .setParameter("identities", identities);
        Instant moment = asked.moment();
        if (moment != null) {
            query.setParameter("moment", moment);
        }
        return query.getResultList().map(found -> {
            Map<UUID, R> by = new LinkedHashMap<>();
            found.forEach(row -> by.put(row.id, row));
            return by;
        });
    }
}
