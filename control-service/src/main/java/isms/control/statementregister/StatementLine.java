package isms.control.statementregister;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.control.framework.Requirement;
import isms.control.statement.ImplementationStatus;
import isms.control.statement.Justification;
import isms.control.statement.Line;
import isms.control.statement.LineDecision;
import isms.control.statement.Lineage;
import isms.control.statement.Need;
import isms.control.statement.Reference;
import isms.platform.people.Subject;
import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of a version of a statement as readers see it (CTL-9, CTL-10). */
@Entity
@Table(name = "statement_line")
@Schema(name = "StatementLine")
public class StatementLine extends VersionedRow {

    @Schema(description = "Identity of the statement")
    public UUID statementId;

    @Schema(description = "Number of the version of the statement")
    public int statementVersion;

    @Schema(description = "The control over all frameworks", examples = "iso-27001-2022:A.8.5")
    public String reference;

    @Schema(description = "The control as people write it", examples = "A.8.5")
    public String control;

    public String title;

    @Schema(description = "Theme of Annex A, or group of another framework", nullable = true)
    public String theme;

    @Schema(description = "Whether it is a control of Annex A of ISO/IEC 27001:2022, or a further necessary one")
    @Column(name = "annex_a")
    public boolean annexA;

    @Schema(description = "Whether it is decided, by a person or by what needs the control")
    public boolean decided;

    @Schema(description = "Whether it is applicable only because something needs it, and no person has decided it")
    public boolean drawn;

    @Schema(description = "Whether the control is necessary; absent while nothing says so", nullable = true)
    public Boolean applicable;

    @Schema(description = "Whether it excludes a control that is needed")
    public boolean conflict;

    @Schema(description = "Whether it has the justification that it needs")
    public boolean justified;

    @Schema(description = "Why the control is included, in the words of who decided it")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Justification> justifications = List.of();

    @Schema(description = "Why the control is excluded", nullable = true)
    public String exclusion;

    @Schema(
            description = "How far an applicable control is implemented",
            nullable = true,
            enumeration = {"not-started", "planned", "in-progress", "implemented", "operating"})
    public String status;

    @Schema(description = "Ids or keys of the organization's controls that implement it")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> controls = List.of();

    @Schema(description = "Ids or keys of the risks that it treats, by its justifications and by treatment plans")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> risks = List.of();

    @Schema(nullable = true)
    public String note;

    @Schema(description = "What makes the control necessary whatever anybody decides")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Need> needs = List.of();

    @Schema(description = "The lines of the 2013 edition that it comes from")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Lineage> lineage = List.of();

    @Schema(description = "Subject id of who decided it", nullable = true)
    public String decidedBy;

    @Schema(nullable = true)
    public Instant decidedAt;

    @Schema(description = "What keeps the version from being submitted; absent when nothing does", nullable = true)
    public String gap;

    static UUID id(UUID statement, int version, String reference) {
        return UuidCreator.getNameBasedSha1(statement, version + " " + reference);
    }

    /** @param decidedNow when it is decided by the fact that made it; null when that leaves the decision as it was */
    void show(Line line, @Nullable Instant decidedNow) {
        LineDecision decision = line.decision();
        ImplementationStatus implementation = line.status();
        reference = line.reference();
        control = Reference.shortly(reference);
        key = control;
        title = Reference.title(reference, line.title());
        theme = Reference.requirement(reference).map(Requirement::group).orElse(null);
        annexA = !control.equals(reference);
        decided = line.isDecided();
        drawn = line.isDrawn();
        applicable = line.applicable();
        conflict = line.isInConflict();
        justified = line.isJustified();
        justifications = decision == null ? List.of() : decision.justifications();
        exclusion = decision == null ? null : decision.exclusion();
        status = implementation == null ? null : implementation.word();
        controls = decision == null ? List.of() : decision.controls();
        note = decision == null ? null : decision.note();
        needs = line.needs();
        lineage = line.lineage();
        risks = treated();
        decidedBy = line.by() == null ? null : line.by().id();
        decidedAt = decision == null ? null : decidedNow == null ? decidedAt : decidedNow;
        gap = line.gap();
    }

    private List<String> treated() {
        Set<String> all = new LinkedHashSet<>();
        justifications.forEach(justification -> all.addAll(justification.risks()));
        for (Need need : needs) {
            String risk = need.risk();
            if (risk != null) {
                all.add(risk);
            }
        }
        return List.copyOf(all);
    }

    /** As decisions see it. */
    Line line() {
        return new Line(
                reference,
                Reference.requirement(reference).isPresent() || title.equals(reference) ? null : title,
                decidedBy == null
                        ? null
                        : new LineDecision(
                                Boolean.TRUE.equals(applicable),
                                justifications,
                                exclusion,
                                implementation(),
                                controls,
                                note),
                decidedBy == null ? null : new Subject(decidedBy),
                needs,
                lineage);
    }

    private @Nullable ImplementationStatus implementation() {
        return status == null
                ? null
                : Arrays.stream(ImplementationStatus.values())
                        .filter(each -> each.word().equals(status))
                        .findFirst()
                        .orElseThrow();
    }
}
