package isms.risk.round;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import isms.platform.readmodel.VersionedRow;
import isms.risk.round.RoundEvent.RoundClosed;
import isms.risk.round.RoundEvent.RoundOpened;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A round of assessments as readers see it (RSK-9). Its risks are many and have a list of their own; what a list of rounds does
 * not need of them is not fetched for it.
 */
@Entity
@Table(name = "assessment_round")
@Schema(name = "AssessmentRound")
public class AssessmentRoundEntry extends VersionedRow {

    public String title;

    @Schema(enumeration = {"open", "closed", "withdrawn"})
    public String status;

    @Schema(enumeration = {"planned-interval", "significant-change"})
    public String occasion;

    @Schema(description = "What has changed or is about to, where that is the occasion", nullable = true)
    public String change;

    @Schema(description = "Over which risks it was opened")
    @JdbcTypeCode(SqlTypes.JSON)
    public RoundScope scope;

    @Schema(description = "The day by which it is to be closed (UTC)")
    public LocalDate due;

    @Schema(description = "When it was recorded that the due date has passed", nullable = true)
    public Instant overdueSince;

    public Instant openedAt;

    @Schema(description = "Subject id of who opened it")
    public String openedBy;

    @Schema(description = "How many risks it has")
    public int risks;

    @Schema(description = "How far it is: counted when read, as of the moment asked for", nullable = true)
    @Transient
    public RoundProgress progress;

    @Schema(nullable = true)
    public Instant closedAt;

    @Schema(description = "Subject id of who closed it", nullable = true)
    public String closedBy;

    @Schema(nullable = true)
    public String conclusion;

    @Schema(description = "How its risks stood when it was closed", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public RoundSummary picture;

    @Schema(nullable = true)
    public String withdrawnBecause;

    /** Equal for rounds that can be compared. */
    @JsonIgnore
    public String scopeKey;

    @JsonIgnore
    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    public List<UUID> riskIds = List.of();

    @JsonIgnore
    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    public List<PicturedRisk> pictured = List.of();

    @JsonIgnore
    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    public List<LeftOut> leftOut = List.of();

    void open(RoundOpened fact, String by, Instant at) {
        title = fact.plan().title();
        status = "open";
        occasion = requireNonNull(fact.plan().occasion()).word();
        change = fact.plan().change();
        due = fact.plan().due();
        scope = fact.scope();
        scopeKey = fact.scope().key(fact.risks());
        openedAt = at;
        openedBy = by;
        have(fact.risks());
    }

    void have(List<UUID> members) {
        riskIds = List.copyOf(members);
        risks = members.size();
    }

    void moveDue(LocalDate to) {
        due = to;
        overdueSince = null;
    }

    void close(RoundClosed fact, String by, Instant at) {
        status = "closed";
        closedAt = at;
        closedBy = by;
        conclusion = fact.conclusion().isEmpty() ? null : fact.conclusion();
        picture = RoundSummary.of(fact.picture());
        pictured = fact.picture().risks();
        leftOut = fact.leftOut();
    }

    /** Whether how far it is has to be counted in the register. */
    @JsonIgnore
    public boolean isUnderWay() {
        return "open".equals(status);
    }

    /**
     * The same with how far it is.
     *
     * @param counted what the register says of an open round; a closed one knows by itself
     */
    public AssessmentRoundEntry at(@Nullable RoundProgress counted) {
        var shown = (AssessmentRoundEntry) clone();
        shown.progress = picture == null ? counted : RoundProgress.of(risks, picture.assessed(), picture.retired());
        return shown;
    }
}
