package isms.control.statement;

import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A statement of applicability as readers see it (CTL-9); its lines have a list of their own. */
@Entity
@Table(name = "statement_of_applicability")
@Schema(name = "StatementOfApplicability")
public class StatementEntry extends VersionedRow {

    @Schema(description = "Identity of the scope; one statement each")
    public UUID scopeId;

    @Schema(description = "The scope as people call it")
    public String scopeName;

    @Schema(description = "Identities of the risk contexts whose treatment plans it covers; none for all")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<UUID> contexts = List.of();

    @Schema(
            description = "Status of the latest version",
            enumeration = {"draft", "submitted", "in-force"})
    public String status;

    @Schema(description = "Number of the latest version")
    public int latestVersion;

    @Schema(description = "Number of the version in force", nullable = true)
    public Integer versionInForce;

    @Schema(nullable = true)
    public Instant approvedAt;

    @Schema(description = "Subject id of who approved the version in force", nullable = true)
    public String approvedBy;

    @Schema(description = "Whether the latest version is complete: decided, justified and without conflicts")
    public boolean complete;

    @Schema(description = "How many controls the latest version excludes although they are needed")
    public int conflicts;

    @Schema(
            description =
                    "Whether what makes controls necessary has changed since the latest version was approved: the next one follows it")
    public boolean outdated;

    @Schema(description = "Subject id of who may approve for top management", nullable = true)
    public String delegate;

    @Schema(description = "Whether a statement by the 2013 edition was taken over into the draft, which can be undone")
    public boolean migrated;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<VersionEntry> versions = List.of();

    /** The version with this number; empty when there is none. */
    public Optional<VersionEntry> numbered(int number) {
        return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    void scope(Scope scope) {
        scopeId = scope.id();
        scopeName = scope.name();
        contexts = scope.contexts();
    }

    void begin(VersionEntry version) {
        List<VersionEntry> all = new ArrayList<>(versions);
        all.add(version);
        versions = List.copyOf(all);
        latestVersion = version.number();
        outdated = false;
        migrated = false;
        count(version.tally());
    }

    void count(Tally tally) {
        complete = tally.isComplete();
        conflicts = tally.conflicts();
        change(latestVersion, version -> version.counted(tally));
    }

    void change(int number, UnaryOperator<VersionEntry> change) {
        versions = versions.stream()
                .map(version -> version.number() == number ? change.apply(version) : version)
                .toList();
        status = versions.getLast().status();
    }
}
