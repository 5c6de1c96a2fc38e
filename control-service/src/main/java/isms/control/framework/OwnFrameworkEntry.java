package isms.control.framework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import isms.control.framework.Framework.Group;
import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organization's own framework as readers see it (CTL-1). */
@Entity
@Table(name = "own_framework")
@Schema(name = "OwnFramework")
public class OwnFrameworkEntry extends VersionedRow {

    public String title;

    public String publisher;

    public String edition;

    @Schema(description = "Where its identifiers and words come from, and by which right they are used")
    public String source;

    @Schema(
            description = "defined: without requirements so far",
            enumeration = {"defined", "in-force", "retired"})
    public String status;

    @Schema(description = "The version in force; 0 before the first import")
    public int frameworkVersion;

    @Schema(description = "Number of its requirements, without headings")
    public int requirementCount;

    @Schema(description = "Every version that was imported; asOf its moment shows its requirements")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<ImportedVersion> versions = List.of();

    @Schema(nullable = true)
    public String retiredBecause;

    @Schema(description = "Themes, domains or functions that its requirements belong to")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Group> groups = List.of();

    /** Read below their own address: there may be thousands. */
    @JsonIgnore
    @JdbcTypeCode(SqlTypes.JSON)
    public List<OwnRequirement> requirements = List.of();

    /**
     * A version.
     *
     * @param origin where its file came from
     * @param requirements how many it has, without headings
     */
    @Schema(name = "OwnFrameworkVersion")
    public record ImportedVersion(
            int version, Instant importedAt, String importedBy, String origin, int requirements) {}

    void describe(FrameworkDescription words) {
        title = words.title();
        publisher = words.publisher();
        edition = words.edition();
        source = words.source();
    }

    void take(ImportedVersion version, List<Group> named, List<OwnRequirement> imported) {
        status = "in-force";
        frameworkVersion = version.version();
        requirementCount = version.requirements();
        groups = named;
        requirements = imported;
        List<ImportedVersion> all = new ArrayList<>(versions);
        all.add(version);
        versions = List.copyOf(all);
    }

    /** The requirements with the headings that they stand below, as all frameworks have them. */
    public List<Requirement> outline() {
        return requirements.stream().map(requirement -> requirement.in(key)).toList();
    }

    /** As all frameworks are shown. */
    public Framework framework() {
        List<Requirement> outline = outline();
        return new Framework(
                key, title, publisher, edition, requirementCount, source, true, groups, Frameworks.levels(outline));
    }
}
