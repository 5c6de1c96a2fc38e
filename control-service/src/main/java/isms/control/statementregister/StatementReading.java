package isms.control.statementregister;

import io.smallrye.mutiny.Uni;
import isms.control.statement.StatementEntry;
import isms.control.statement.VersionEntry;
import isms.platform.http.ProblemCode;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.platform.query.Timeline;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads a version of a statement with all its lines, as of one moment. */
@Singleton
public class StatementReading {

    private final Rows rows;

    StatementReading(Rows rows) {
        this.rows = rows;
    }

    /**
     * A version with its lines, all of the same moment.
     *
     * @param statement as it was then
     * @param version of it
     * @param lines in the order of Annex A, then the further ones
     */
    public record Whole(StatementEntry statement, VersionEntry version, List<StatementLine> lines) {

        public Whole {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A version of a statement now or as of the moment asked for.
     *
     * @param number of the version; null for the latest
     */
    public Uni<Whole> version(String idOrKey, @Nullable Integer number, ReadRequest request) {
        return rows.asTenant(
                request, (session, organization) -> version(session, organization, idOrKey, number, request));
    }

    /** The same, within a transaction of the caller's. */
    Uni<Whole> version(
            Mutiny.Session session,
            String organization,
            String idOrKey,
            @Nullable Integer number,
            ReadRequest request) {
        Instant moment = request.moment();
        return rows.row(session, organization, StatementEntry.class, idOrKey, request)
                .chain(statement -> moment == null
                        // the lines as of the statement's own version: whatever is recorded between the two queries
                        // stays out
                        ? whole(session, statement, number, statement.validFrom, Timeline.RECORDED)
                        : whole(session, statement, number, moment, request.timeline()));
    }

    private static Uni<Whole> whole(
            Mutiny.Session session,
            StatementEntry statement,
            @Nullable Integer number,
            Instant moment,
            Timeline timeline) {
        VersionEntry version = numbered(statement, number);
        String condition = switch (timeline) {
            case RECORDED -> "r.validFrom <= :moment and r.validTo > :moment";
            case STATED -> "r.statedFrom <= :moment and r.statedTo > :moment";
        };
        return session.createSelectionQuery(
                        "select r from StatementLine r where r.tenant = :tenant and r.statementId = :statement"
                                + " and r.statementVersion = :version and " + condition + " order by r.number",
                        StatementLine.class)
                .setReadOnly(true)
                .setParameter("tenant", statement.tenant)
                .setParameter("statement", statement.id)
                .setParameter("version", version.number())
                .setParameter("moment", moment)
                .getResultList()
                .map(lines -> new Whole(statement, version, lines));
    }

    static VersionEntry numbered(StatementEntry statement, @Nullable Integer number) {
        int wanted = number == null ? statement.latestVersion : number;
        return statement
                .numbered(wanted)
                .orElseThrow(() -> ProblemCode.NOT_FOUND.because(statement.key + " has no version " + wanted
                        + "; its versions are 1 to " + statement.latestVersion + "."));
    }
}
