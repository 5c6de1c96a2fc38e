package isms.control.controlregister;

import io.smallrye.mutiny.Uni;
import isms.control.control.ControlEntry;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds the controls of an organization at a moment. */
@Singleton
class ControlsAtMoment {

    /** More than any organization has; so that no question takes all memory. */
    private static final int MOST = 10_000;

    private final Rows rows;
    private final Caller caller;

    ControlsAtMoment(Rows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** Retired and merged ones, too, in the order of their keys. */
    Uni<List<ControlEntry>> all(ReadRequest request) {
        String tenant = caller.tenant();
        return rows.asTenant(request, session -> {
            var query = session.createSelectionQuery(
                            "select r from " + ControlEntry.class.getName() + " r where r.tenant = :tenant and "
                                    + request.versionCondition() + " order by r.number",
                            ControlEntry.class)
                    .setReadOnly(true)
                    .setMaxResults(MOST)
                    .setParameter("tenant", tenant);
            if (request.moment() != null) {
                query.setParameter("moment", request.moment());
            }
            return query.getResultList();
        });
    }
}
