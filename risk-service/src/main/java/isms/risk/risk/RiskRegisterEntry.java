package isms.risk.risk;

import isms.platform.readmodel.VersionedRow;
import isms.risk.risk.RiskEvent.OpportunityDecided;
import isms.risk.risk.RiskEvent.ResidualRiskAccepted;
import isms.risk.risk.RiskEvent.RiskAssessed;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A risk in the register (RSK-6 to RSK-8): what it is, how it was last assessed, where it stands among the others.
 *
 * <p>Every level is there twice: in {@code assessment} with its rationale, and flat, so that the register can be filtered,
 * sorted, exported and drawn by it.
 */
@Entity
@Table(name = "risk_register")
@Schema(name = "Risk")
public class RiskRegisterEntry extends VersionedRow {

    @Schema(enumeration = {"threat", "opportunity"})
    public String kind;

    @Schema(enumeration = {"registered", "assessed", "retired"})
    public String status;

    public String title;

    @JdbcTypeCode(SqlTypes.JSON)
    public Scenario scenario;

    @Schema(description = "What the risk affects: confidentiality, integrity, availability, safety")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> affects = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> assets = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> processes = List.of();

    public String category;

    @Schema(nullable = true)
    public String unit;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> controlObjectives = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> controls = List.of();

    @Schema(description = "Identity of the context")
    public UUID contextId;

    @Schema(description = "Subject id of the risk owner")
    public String owner;

    @Schema(nullable = true)
    public String retiredBecause;

    @Schema(description = "When it was last assessed", nullable = true)
    public Instant assessedAt;

    @Schema(description = "Subject id of who assessed it last", nullable = true)
    public String assessedBy;

    @Schema(description = "The day by which the planned interval asks for the next assessment (UTC)", nullable = true)
    public LocalDate reassessBy;

    @Schema(
            description =
                    "When it was recorded that this day has passed without a further assessment; none while it has not, "
                            + "and from the next assessment on",
            nullable = true)
    public Instant reassessmentOverdueAt;

    @Schema(description = "Identity of the methodology that the assessment was made with", nullable = true)
    public UUID methodologyId;

    @Schema(description = "Version of the methodology that the assessment was made with", nullable = true)
    public Integer methodologyVersion;

    @Schema(
            description =
                    "Whether the acceptance criteria reject the current level; an opportunity is not measured by them",
            nullable = true)
    public Boolean aboveCriteria;

    @Schema(
            description =
                    "Place in the order of treatment: the higher the sooner; equals by key; an opportunity has none",
            nullable = true)
    public Long priority;

    @Schema(description = "Why it has that place, the weightiest reason first")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> priorityBecause = List.of();

    @Schema(nullable = true)
    public Integer inherentLikelihood;

    @Schema(nullable = true)
    public Integer inherentBusinessImpact;

    @Schema(nullable = true)
    public Integer inherentRegulatoryImpact;

    @Schema(nullable = true)
    public Integer inherentImpact;

    @Schema(nullable = true)
    public BigDecimal inherentLevel;

    @Schema(nullable = true)
    public String inherentBand;

    @Schema(nullable = true)
    public Integer inherentBandRank;

    @Schema(nullable = true)
    public Integer currentLikelihood;

    @Schema(nullable = true)
    public Integer currentBusinessImpact;

    @Schema(nullable = true)
    public Integer currentRegulatoryImpact;

    @Schema(nullable = true)
    public Integer currentImpact;

    @Schema(nullable = true)
    public BigDecimal currentLevel;

    @Schema(nullable = true)
    public String currentBand;

    @Schema(nullable = true)
    public Integer currentBandRank;

    @Schema(nullable = true)
    public Integer targetLikelihood;

    @Schema(nullable = true)
    public Integer targetBusinessImpact;

    @Schema(nullable = true)
    public Integer targetRegulatoryImpact;

    @Schema(nullable = true)
    public Integer targetImpact;

    @Schema(nullable = true)
    public BigDecimal targetLevel;

    @Schema(nullable = true)
    public String targetBand;

    @Schema(nullable = true)
    public Integer targetBandRank;

    @Schema(nullable = true)
    public Integer residualLikelihood;

    @Schema(nullable = true)
    public Integer residualBusinessImpact;

    @Schema(nullable = true)
    public Integer residualRegulatoryImpact;

    @Schema(nullable = true)
    public Integer residualImpact;

    @Schema(nullable = true)
    public BigDecimal residualLevel;

    @Schema(nullable = true)
    public String residualBand;

    @Schema(nullable = true)
    public Integer residualBandRank;

    @Schema(description = "The last assessment with its ratings and rationale", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public AssessmentRecord assessment;

    @Schema(
            description = "The scenario that it was registered from: id in a starting set, or identity in your library",
            nullable = true,
            examples = "MFG-01")
    public String fromScenario;

    @Schema(description = "Title of that scenario then", nullable = true)
    public String fromScenarioTitle;

    @Schema(
            description = "What was decided on an opportunity; none for a threat",
            enumeration = {"pursue", "not-pursue"},
            nullable = true)
    public String opportunityDecision;

    @Schema(description = "What would be gained, how likely and at what price", nullable = true)
    public String opportunityEvaluation;

    @Schema(nullable = true)
    public String opportunityReason;

    @Schema(nullable = true)
    public Instant opportunityDecidedAt;

    @Schema(description = "Subject id of who decided on it", nullable = true)
    public String opportunityDecidedBy;

    @Schema(
            description =
                    "How the acceptance of its residual level stands. Only while it is `accepted` somebody has taken the risk "
                            + "as it is; after `revoked`, `expired` and `stale` it is open again, and `acceptanceEndedBecause` says why",
            enumeration = {"none", "accepted", "revoked", "expired", "stale"})
    public String acceptance = "none";

    @Schema(description = "Subject id of who accepted it last", nullable = true)
    public String acceptedBy;

    @Schema(
            description = "In which capacity",
            nullable = true,
            enumeration = {"risk-owner", "top-management"})
    public String acceptedAs;

    @Schema(nullable = true)
    public Instant acceptedAt;

    @Schema(description = "The last day on which the acceptance holds (UTC); none where it has no end", nullable = true)
    public LocalDate acceptedUntil;

    @Schema(description = "The residual level that was accepted; it stays whatever is assessed later", nullable = true)
    public BigDecimal acceptedLevel;

    @Schema(nullable = true)
    public String acceptedBand;

    @Schema(description = "Whether the criteria applied reject the level that was accepted", nullable = true)
    public Boolean acceptedAboveCriteria;

    @Schema(nullable = true)
    public String acceptanceJustification;

    @Schema(nullable = true)
    public Instant acceptanceEndedAt;

    @Schema(description = "Subject id of who ended it; `system` where its last day passed", nullable = true)
    public String acceptanceEndedBy;

    @Schema(nullable = true)
    public String acceptanceEndedBecause;

    @Schema(description = "The rating that was accepted, with the assessment that it came from", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public AcceptedRating acceptedRating;

    /** The last assessment as it was recorded. */
    @Schema(name = "AssessmentRecord")
    public record AssessmentRecord(
            @Nullable Analysis inherent,
            Analysis current,
            @Nullable Analysis target,
            @Nullable Analysis residual,
            List<ExistingControl> existingControls) {}

    @Schema(description = "Whether something has happened because of which it is to be assessed again")
    public boolean flagged;

    @Schema(description = "Since when it has been flagged", nullable = true)
    public Instant flaggedSince;

    @Schema(
            description =
                    "Why it is flagged: control-found-ineffective, control-in-doubt, nonconformity-raised or context-changed, each once")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> flagCauses = List.of();

    @Schema(description = "What it is flagged by, the first first; an assessment clears them all")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<RaisedFlag> flags = List.of();

    void raise(RaisedFlag flag) {
        flag(Stream.concat(flags.stream(), Stream.of(flag)).toList());
    }

    void dismiss(UUID flag) {
        flag(flags.stream().filter(each -> !each.id().equals(flag)).toList());
    }

    void flag(List<RaisedFlag> waiting) {
        flags = waiting;
        flagged = !waiting.isEmpty();
        flaggedSince = flagged ? waiting.getFirst().flaggedAt() : null;
        flagCauses =
                waiting.stream().map(each -> each.cause().word()).distinct().toList();
    }

    void describe(RiskDescription words) {
        title = words.title();
        scenario = words.scenario();
        affects = words.affects().stream().map(Property::word).toList();
        assets = words.assets();
        processes = words.processes();
        category = words.category();
        unit = words.unit();
        controlObjectives = words.controlObjectives();
        controls = words.controls();
    }

    void assess(RiskAssessed fact, String assessor, Instant at) {
        status = "assessed";
        flag(List.of());
        assessedAt = at;
        assessedBy = assessor;
        reassessBy = at.atZone(ZoneOffset.UTC).toLocalDate().plus(fact.reassessWithin());
        reassessmentOverdueAt = null;
        methodologyId = fact.applied().methodology();
        methodologyVersion = fact.applied().version();
        boolean measured = !kind.equals(RiskKind.OPPORTUNITY.word());
        aboveCriteria = measured ? fact.priority().aboveCriteria() : null;
        priority = measured ? fact.priority().order() : null;
        priorityBecause = measured ? fact.priority().because() : List.of();
        assessment = new AssessmentRecord(
                fact.inherent(), fact.current(), fact.target(), fact.residual(), fact.existingControls());
        inherent(fact.inherent());
        current(fact.current());
        target(fact.target());
        residual(fact.residual());
    }

    void retire(String reason) {
        status = "retired";
        retiredBecause = reason;
        reassessmentOverdueAt = null;
    }

    void decide(OpportunityDecided fact, String by, Instant at) {
        opportunityDecision = fact.decision().word();
        opportunityEvaluation = fact.evaluation();
        opportunityReason = fact.reason();
        opportunityDecidedAt = at;
        opportunityDecidedBy = by;
    }

    void accept(ResidualRiskAccepted fact, String by, Instant at) {
        acceptance = "accepted";
        acceptedBy = by;
        acceptedAs = fact.authority().word();
        acceptedAt = at;
        acceptedUntil = fact.until();
        acceptedLevel = fact.residual().level().score();
        acceptedBand = fact.residual().level().band();
        acceptedAboveCriteria = fact.residual().aboveCriteria();
        acceptanceJustification = fact.justification();
        acceptedRating = new AcceptedRating(fact.assessment(), assessedAt, assessedBy, fact.applied(), fact.residual());
        acceptanceEndedAt = null;
        acceptanceEndedBy = null;
        acceptanceEndedBecause = null;
    }

    /** What was accepted stays to be seen. */
    void end(String how, String because, String by, Instant at) {
        acceptance = how;
        acceptanceEndedAt = at;
        acceptanceEndedBy = by;
        acceptanceEndedBecause = because;
    }

    private void inherent(@Nullable Analysis stage) {
        inherentLikelihood = stage == null ? null : stage.level().likelihood();
        inherentBusinessImpact = stage == null ? null : stage.level().businessImpact();
        inherentRegulatoryImpact = stage == null ? null : stage.level().regulatoryImpact();
        inherentImpact = stage == null ? null : stage.level().impact();
        inherentLevel = stage == null ? null : stage.level().score();
        inherentBand = stage == null ? null : stage.level().band();
        inherentBandRank = stage == null ? null : stage.level().bandRank();
    }

    private void current(Analysis stage) {
        currentLikelihood = stage.level().likelihood();
        currentBusinessImpact = stage.level().businessImpact();
        currentRegulatoryImpact = stage.level().regulatoryImpact();
        currentImpact = stage.level().impact();
        currentLevel = stage.level().score();
        currentBand = stage.level().band();
        currentBandRank = stage.level().bandRank();
    }

    private void target(@Nullable Analysis stage) {
        targetLikelihood = stage == null ? null : stage.level().likelihood();
        targetBusinessImpact = stage == null ? null : stage.level().businessImpact();
        targetRegulatoryImpact = stage == null ? null : stage.level().regulatoryImpact();
        targetImpact = stage == null ? null : stage.level().impact();
        targetLevel = stage == null ? null : stage.level().score();
        targetBand = stage == null ? null : stage.level().band();
        targetBandRank = stage == null ? null : stage.level().bandRank();
    }

    private void residual(@Nullable Analysis stage) {
        residualLikelihood = stage == null ? null : stage.level().likelihood();
        residualBusinessImpact = stage == null ? null : stage.level().businessImpact();
        residualRegulatoryImpact = stage == null ? null : stage.level().regulatoryImpact();
        residualImpact = stage == null ? null : stage.level().impact();
        residualLevel = stage == null ? null : stage.level().score();
        residualBand = stage == null ? null : stage.level().band();
        residualBandRank = stage == null ? null : stage.level().bandRank();
    }
}
