package isms.platform.query;

import isms.platform.decider.Violation;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.readmodel.VersionedRow;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every reading request can ask for; a {@code @BeanParam} of the operations that answer one thing. */
public class ReadRequest {

    /**
     * Of PostgreSQL's type with a time zone: a constant of HQL would be written as one without, which depends on the session's zone,
     * so that no index over current rows could be used.
     */
    private static final String OPEN_END = "cast(sql('timestamptz ''" + VersionedRow.OPEN_END + "''') as Instant)";

    @QueryParam("asOf")
    @Parameter(
            description = "The past moment to answer for (RFC 3339); now, when absent",
            example = "2026-03-31T23:59:59Z")
    public @Nullable String asOf;

    @QueryParam("timeline")
    @Parameter(
            description =
                    "By which time asOf goes: when it was recorded, or, for imported history, when it is stated to have happened")
    public @Nullable Timeline timeline;

    @QueryParam("fields")
    @Parameter(description = "Only these fields, separated by commas", example = "id,key,title")
    public @Nullable String fields;

    @HeaderParam(ConsistencyToken.HEADER)
    @Parameter(description = "Token of a command's answer: waits until the effect of that command can be seen")
    public @Nullable String consistencyToken;

    @HeaderParam("If-None-Match")
    @Parameter(description = "ETag of the version at hand: answers 304 while it is current")
    public @Nullable String ifNoneMatch;

    @Context
    public @Nullable UriInfo uri;

    @Context
    public @Nullable HttpHeaders headers;

    /** The past moment asked for; null for now. */
    public @Nullable Instant moment() {
        String text = asOf;
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw invalid("asOf", "asOf must be a moment in UTC such as 2026-03-31T23:59:59Z, not \"" + text + "\".");
        }
    }

    /** By which time the past is asked: recorded unless the request says otherwise. */
    public Timeline timeline() {
        Timeline asked = timeline;
        return asked == null ? Timeline.RECORDED : asked;
    }

    /**
     * The condition, in HQL over the alias {@code r}, that picks the version of each {@link VersionedRow} at the moment asked
     * for; past moments need its parameter {@code moment}.
     */
    public String versionCondition() {
        return versionCondition("r");
    }

    /** The condition, in HQL, that picks the current version. A constant: only so can a prepared statement use the index over current rows. */
    public static String currentVersion(String alias) {
        return alias + ".validTo = " + OPEN_END;
    }

    /** The same over another alias, for rows that are looked up beside the listed ones. */
    public String versionCondition(String alias) {
        if (moment() == null) {
            return currentVersion(alias);
        }
        String condition = switch (timeline()) {
            case RECORDED -> "%1$s.validFrom <= :moment and %1$s.validTo > :moment";
            // nothing is stated to happen after it is recorded: the last part changes no answer, but an index can serve
            // it
            case STATED -> "%1$s.statedFrom <= :moment and %1$s.statedTo > :moment and %1$s.validTo > :moment";
        };
        return condition.formatted(alias);
    }

    /** Refuses query parameters that the operation does not know: a misspelt filter must not answer everything. */
    public void allowOnly(String... own) {
        TreeSet<String> allowed = new TreeSet<>(commonParameters());
        allowed.addAll(Arrays.asList(own));
        for (String given : query().getQueryParameters().keySet()) {
            if (!allowed.contains(given)) {
                throw invalid(
                        given,
                        "There is no query parameter \"" + given + "\" here. Allowed are: " + String.join(", ", allowed)
                                + ".");
            }
        }
    }

    Set<String> commonParameters() {
        return Set.of("asOf", "timeline", "fields");
    }

    UriInfo query() {
        UriInfo known = uri;
        if (known == null) {
            throw new IllegalStateException("not bound to a request");
        }
        return known;
    }

    HttpHeaders httpHeaders() {
        HttpHeaders known = headers;
        if (known == null) {
            throw new IllegalStateException("not bound to a request");
        }
        return known;
    }

    static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                ProblemCode.INVALID_PARAMETER, detail, List.of(new Violation("/query/" + parameter, detail)));
    }
}
