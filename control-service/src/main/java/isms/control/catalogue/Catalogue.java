package isms.control.catalogue;

import io.smallrye.mutiny.Uni;
import isms.control.framework.Framework;
import isms.control.framework.Frameworks;
import isms.control.framework.OwnFrameworkEntry;
import isms.control.framework.Requirement;
import isms.control.mapping.Mapping;
import isms.control.mapping.MappingEntry;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.platform.security.Caller;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The frameworks and mappings that an organization sees: those that come with the software, and its own. */
@Singleton
public class Catalogue {

    private final Frameworks shipped = Frameworks.shipped();
    private final Rows rows;
    private final Caller caller;

    Catalogue(Rows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** A framework with its outline. */
    public record Shelved(Framework framework, List<Requirement> outline) {

        /** What controls can satisfy: all but the headings. */
        public List<Requirement> requirements() {
            return outline.stream()
                    .filter(requirement -> !requirement.heading())
                    .toList();
        }
    }

    /** By id, or by the key or the identity of an own one. */
    public Uni<Shelved> framework(String id, ReadRequest request) {
        var known = shipped.framework(id);
        if (known.isPresent()) {
            return Uni.createFrom().item(new Shelved(known.get(), shipped.outline(id)));
        }
        if (!isOwn(id)) {
            return Uni.createFrom().failure(missing(id));
        }
        return rows.row(OwnFrameworkEntry.class, id, request).map(own -> new Shelved(own.framework(), own.outline()));
    }

    /** A name that is neither a key nor an identity is that of a shipped framework, misspelt. */
    private static boolean isOwn(String id) {
        return id.toUpperCase(Locale.ROOT).startsWith("FRW-") || id.matches("[0-9a-fA-F-]{36}");
    }

    private ProblemException missing(String id) {
        return ProblemCode.NOT_FOUND.because("There is no framework " + id + ". There are: "
                + shipped.all().stream().map(Framework::id).collect(Collectors.joining(", "))
                + ", and those that the organization brought in itself, for example FRW-1.");
    }

    /** All of them, the organization's own ones last. */
    Uni<List<Framework>> frameworks(ReadRequest request) {
        return own(OwnFrameworkEntry.class, "r.status <> 'retired'", request).map(own -> {
            List<Framework> all = new ArrayList<>(shipped.all());
            own.forEach(entry -> all.add(entry.framework()));
            return all;
        });
    }

    /** The organization's own mappings that are in force. */
    Uni<List<Mapping>> ownMappings(ReadRequest request) {
        return own(MappingEntry.class, "r.status = 'in-force'", request)
                .map(own -> own.stream().map(MappingEntry::mapping).toList());
    }

    private <R> Uni<List<R>> own(Class<R> type, String condition, ReadRequest request) {
        String tenant = caller.tenant();
        Instant moment = request.moment();
        String hql = "select r from " + type.getName() + " r where r.tenant = :tenant and " + condition + " and "
                + request.versionCondition() + " order by r.number";
        return rows.asTenant(request, session -> {
            var query =
                    session.createSelectionQuery(hql, type).setReadOnly(true).setParameter("tenant", tenant);
            if (moment != null) {
                query.setParameter("moment", moment);
            }
            return query.getResultList();
        });
    }
}
