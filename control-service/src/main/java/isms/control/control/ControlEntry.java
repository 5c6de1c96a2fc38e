package isms.control.control;

import com.fasterxml.jackson.annotation.JsonIgnore;
import isms.platform.decider.Recorded;
import isms.platform.http.Names;
import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A control as readers see it (CTL-4 to CTL-7). */
@Entity
@Table(name = "control")
@Schema(name = "Control")
public class ControlEntry extends VersionedRow {

    public String title;

    public String description;

    @Schema(description = "The part of the organization that it is for; none for all of it", nullable = true)
    public String scope;

    @Schema(description = "Estimate of how many working days implementing it takes", nullable = true)
    public Integer estimatedDays;

    @Schema(description = "Subject id of who answers for it")
    public String owner;

    @Schema(enumeration = {"planned", "in-progress", "implemented", "operating", "retired", "merged"})
    public String status;

    @Schema(description = "How far its implementation is; retired, too, when it was merged into another")
    @Enumerated(EnumType.STRING)
    public Implementation implementation;

    @Schema(description = "What it satisfies, as framework:id", examples = "[\"iso-27001-2022:A.8.13\"]")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> requirements = List.of();

    @Schema(description = "How many requirements it satisfies")
    public int requirementCount;

    @Schema(description = "The day by which it is to be implemented", nullable = true)
    public LocalDate due;

    @Schema(description = "When it was recorded that this day has passed and it is not implemented", nullable = true)
    public Instant overdueAt;

    @Schema(description = "The steps of its implementation, in order")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<ControlStep> steps = List.of();

    @Schema(nullable = true)
    public LocalDate startedOn;

    @Schema(nullable = true)
    public LocalDate implementedOn;

    @Schema(nullable = true)
    public LocalDate operatingOn;

    @Schema(description = "Why it was reopened, the last time it was", nullable = true)
    public String reopenedBecause;

    @Schema(nullable = true)
    public String retiredBecause;

    @Schema(description = "Identities of the controls that must be in place before it can be started")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> needs = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<PlannedChange> plannedChanges = List.of();

    @Schema(description = "How it is tested", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public TestDefinition test;

    @Enumerated(EnumType.STRING)
    public Effectiveness effectiveness;

    @Schema(description = "Since when that is so")
    public Instant effectivenessSince;

    @Schema(description = "The last test, also when it is out of date", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public TestResult lastTest;

    @Schema(nullable = true)
    public LocalDate testedOn;

    @Schema(
            description = "The last day on which the last result stands; past it the control is untested again",
            nullable = true)
    public LocalDate testValidUntil;

    @Schema(description = "What has cast doubt on it since the last test")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<ControlDoubt> doubts = List.of();

    @Schema(description = "Identity of the control that goes on in its place", nullable = true)
    public UUID mergedInto;

    @Schema(nullable = true)
    public String mergedBecause;

    @Schema(description = "Identities of the controls that turned out to be this one")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> absorbed = List.of();

    /** Whether it is neither retired nor merged into another. */
    @JsonIgnore
    @Transient
    public boolean isLeft() {
        return implementation != Implementation.RETIRED;
    }

    void describe(ControlDescription words) {
        title = words.title();
        description = words.description();
        scope = words.scope();
        estimatedDays = words.estimatedDays();
    }

    void satisfy(Collection<String> references) {
        requirements = List.copyOf(new TreeSet<>(references));
        requirementCount = requirements.size();
    }

    void reach(Implementation next) {
        implementation = next;
        status = Names.kebab(next.name());
        if (next.isInPlace() || next == Implementation.RETIRED) {
            overdueAt = null;
        }
    }

    void step(Implementation next, LocalDate on, String remark, List<EvidenceReference> evidence, Recorded<?> fact) {
        reach(next);
        steps = appended(
                steps,
                new ControlStep(
                        next, on, fact.actor(), fact.effectiveAt(), remark.isBlank() ? null : remark, evidence));
    }

    void know(Effectiveness what, Instant since) {
        if (effectiveness != what) {
            effectiveness = what;
            effectivenessSince = since;
        }
        testValidUntil = what.isTested() && testedOn != null && test != null ? test.validUntil(testedOn) : null;
    }

    void dueOn(@Nullable LocalDate day) {
        due = day;
        overdueAt = null;
    }

    void reopen(String reason) {
        dueOn(null);
        reopenedBecause = reason;
        implementedOn = null;
        operatingOn = null;
    }

    /** Nothing is due any more, and nothing ages. */
    void end() {
        reach(Implementation.RETIRED);
        testValidUntil = null;
    }

    /** A doubt stays one until a test answers it. */
    void untested(Instant at) {
        if (effectiveness != Effectiveness.IN_DOUBT) {
            know(Effectiveness.UNTESTED, at);
        }
    }

    void tested(TestResult result, Instant at) {
        lastTest = result;
        testedOn = result.on();
        doubts = List.of();
        know(result.outcome().effectiveness(), at);
    }

    void need(Collection<String> ids) {
        needs = List.copyOf(new TreeSet<>(ids));
    }

    void link(PlannedChange change) {
        unlink(change.id());
        plannedChanges = appended(plannedChanges, change);
    }

    void unlink(String change) {
        plannedChanges = plannedChanges.stream()
                .filter(each -> !each.id().equals(change))
                .toList();
    }

    static <T> List<T> appended(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
