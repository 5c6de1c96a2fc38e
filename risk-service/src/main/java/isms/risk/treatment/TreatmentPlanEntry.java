package isms.risk.treatment;

import static java.util.stream.Collectors.toCollection;

import isms.platform.people.Subject;
import isms.platform.readmodel.VersionedRow;
import isms.risk.criteria.Rating;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A treatment plan as readers see it (RSK-11, RSK-12). */
@Entity
@Table(name = "treatment_plan")
@Schema(name = "TreatmentPlan")
public class TreatmentPlanEntry extends VersionedRow {

    @Schema(description = "Identity of the risk")
    public UUID riskId;

    @Schema(enumeration = {"draft", "submitted", "approved", "in-progress", "completed", "withdrawn"})
    public String status;

    public String title;

    @Schema(
            nullable = true,
            enumeration = {"modify", "avoid", "share", "retain"})
    public String option;

    @Schema(description = "The controls that the treatment needs, from any source")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<NecessaryControl> controls = List.of();

    @Schema(
            description =
                    "Which of them the organization has put in place since the approval, by the reference of the plan",
            examples = "[\"A.8.5\"]")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> implementedControls = List.of();

    @Schema(description = "With whom the risk is shared", nullable = true)
    public String otherParty;

    @Schema(description = "What stops, to avoid the risk", nullable = true)
    public String stops;

    @Schema(description = "Why the risk is retained", nullable = true)
    public String justification;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<ActionEntry> actions = List.of();

    @Schema(description = "Subject ids of those who own an action")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> actionOwners = List.of();

    @Schema(description = "Mean progress of the actions, 0 to 100")
    public int percent;

    @Schema(
            description = "Earliest target date of what is still to be done; none before approval and at the end. "
                    + "A plan whose date has passed is overdue",
            nullable = true)
    public LocalDate nextDue;

    @Schema(
            description =
                    "Earliest target date of what is still to be done and not recorded as overdue: the next to pass",
            nullable = true)
    public LocalDate nextToPass;

    @Schema(
            description =
                    "How many actions are recorded as overdue: their target date has passed, and they are not done")
    public int overdueActions;

    @Schema(description = "Likelihood and impact aimed at", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public Rating residual;

    @Schema(description = "Level aimed at; determined when the plan is submitted", nullable = true)
    public BigDecimal residualLevel;

    @Schema(nullable = true)
    public String residualBand;

    @Schema(nullable = true)
    public Integer residualBandRank;

    @Schema(description = "Whether the acceptance criteria reject even the level aimed at", nullable = true)
    public Boolean residualAboveCriteria;

    @Schema(description = "Identity of the methodology that the level aimed at was rated with", nullable = true)
    public UUID methodologyId;

    @Schema(nullable = true)
    public Integer methodologyVersion;

    @Schema(description = "Subject ids of everyone who wrote some of it; none of them may approve it")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> authors = List.of();

    @Schema(nullable = true)
    public Instant submittedAt;

    @Schema(description = "Why it went back to its authors, the last time it did", nullable = true)
    public String returnedBecause;

    @Schema(description = "Subject id of the risk owner who approved it", nullable = true)
    public String approvedBy;

    @Schema(nullable = true)
    public Instant approvedAt;

    @Schema(nullable = true)
    public Instant completedAt;

    @Schema(nullable = true)
    public String withdrawnBecause;

    void write(PlanContent content, Subject author) {
        title = content.title();
        option = content.option() == null ? null : content.option().word();
        controls = content.controls();
        otherParty = content.otherParty();
        stops = content.stops();
        justification = content.justification();
        residual = content.residual();
        actions = content.actions().stream().map(ActionEntry::planned).toList();
        actionOwners = owners();
        var writers = authors.stream().collect(toCollection(TreeSet::new));
        writers.add(author.id());
        authors = List.copyOf(writers);
    }

    void submit(ResidualAim aim, Instant at) {
        status = "submitted";
        submittedAt = at;
        aim(aim);
    }

    void giveBack(String reason) {
        status = "draft";
        submittedAt = null;
        returnedBecause = reason;
        aim(null);
    }

    void approve(String riskOwner, Instant at) {
        status = "approved";
        returnedBecause = null;
        approvedBy = riskOwner;
        approvedAt = at;
        due();
    }

    void withdraw(String reason) {
        status = "withdrawn";
        withdrawnBecause = reason;
        nextDue = null;
        nextToPass = null;
        overdueActions = 0;
    }

    private void aim(@Nullable ResidualAim aim) {
        residualLevel = aim == null ? null : aim.analysis().level().score();
        residualBand = aim == null ? null : aim.analysis().level().band();
        residualBandRank = aim == null ? null : aim.analysis().level().bandRank();
        residualAboveCriteria = aim == null ? null : aim.analysis().aboveCriteria();
        methodologyId = aim == null ? null : aim.applied().methodology();
        methodologyVersion = aim == null ? null : aim.applied().version();
    }

    void implemented(String reference) {
        implementedControls = Stream.concat(implementedControls.stream(), Stream.of(reference))
                .toList();
    }

    void change(int action, UnaryOperator<ActionEntry> change) {
        actions = actions.stream()
                .map(each -> each.id() == action ? change.apply(each) : each)
                .toList();
        percent =
                (int) actions.stream().mapToInt(ActionEntry::percent).average().orElse(0);
        actionOwners = owners();
        due();
    }

    /** What is due next, from the actions as they are now. */
    private void due() {
        nextDue = earliest(ActionEntry::isOutstanding);
        nextToPass = earliest(action -> action.isOutstanding() && action.overdueAt() == null);
        overdueActions = (int)
                actions.stream().filter(action -> action.overdueAt() != null).count();
    }

    private @Nullable LocalDate earliest(Predicate<ActionEntry> which) {
        return actions.stream()
                .filter(which)
                .map(ActionEntry::targetDate)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private List<String> owners() {
        return actions.stream()
                .map(ActionEntry::owner)
                .filter(Objects::nonNull)
                .map(Subject::id)
                .distinct()
                .sorted()
                .toList();
    }
}
