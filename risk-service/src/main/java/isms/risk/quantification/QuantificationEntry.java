package isms.risk.quantification;

import isms.platform.readmodel.VersionedRow;
import isms.risk.quantification.QuantificationEvent.RiskQuantified;
import isms.risk.risk.Applied;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a risk is estimated to cost, as readers see it (RSK-16). Its id is that of the risk. */
@Entity
@Table(name = "risk_quantification")
@Schema(name = "RiskQuantification", description = "The id is that of the risk")
public class QuantificationEntry extends VersionedRow {

    @Schema(description = "Title of the risk when it was estimated")
    public String title;

    @Schema(description = "Identity of the risk's context")
    public UUID contextId;

    @Schema(description = "ISO 4217 code of all amounts", examples = "EUR")
    public String currency;

    @Schema(description = "As it stands, with the controls of today")
    @JdbcTypeCode(SqlTypes.JSON)
    public Estimates current;

    @Schema(description = "As expected with the treatment that is planned", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public Estimates treated;

    @Schema(description = "On what the estimate rests")
    public String rationale;

    @Schema(description = "Subject id of who estimated it")
    public String estimatedBy;

    public Instant estimatedAt;

    @Schema(description = "Expected annual loss as it stands: mean frequency times mean loss, in units of the currency")
    public BigDecimal expectedLoss;

    @Schema(
            description =
                    "Key of the band of the expected annual loss, where the context's methodology is quantitative",
            nullable = true)
    public String band;

    @Schema(nullable = true)
    public Integer bandRank;

    @Schema(description = "Whether the acceptance criteria reject the expected annual loss", nullable = true)
    public Boolean aboveCriteria;

    @Schema(description = "Expected annual loss with the treatment", nullable = true)
    public BigDecimal treatedExpectedLoss;

    @Schema(nullable = true)
    public String treatedBand;

    @Schema(nullable = true)
    public Integer treatedBandRank;

    @Schema(nullable = true)
    public Boolean treatedAboveCriteria;

    @Schema(
            description =
                    "Expected annual loss from which the acceptance criteria reject a risk, where the methodology is"
                            + " quantitative",
            nullable = true)
    public BigDecimal notAcceptableFrom;

    @Schema(description = "Identity of the methodology in use in the context when it was estimated", nullable = true)
    public UUID methodologyId;

    @Schema(nullable = true)
    public Integer methodologyVersion;

    void estimate(RiskQuantified fact, String by, Instant at) {
        title = fact.title();
        contextId = fact.context();
        currency = fact.currency();
        current = fact.current();
        treated = fact.treated();
        rationale = fact.rationale();
        estimatedBy = by;
        estimatedAt = at;
        expectedLoss = fact.expected().amount();
        band = fact.expected().band();
        bandRank = fact.expected().bandRank();
        aboveCriteria = fact.expected().aboveCriteria();
        @Nullable ExpectedLoss after = fact.expectedTreated();
        treatedExpectedLoss = after == null ? null : after.amount();
        treatedBand = after == null ? null : after.band();
        treatedBandRank = after == null ? null : after.bandRank();
        treatedAboveCriteria = after == null ? null : after.aboveCriteria();
        notAcceptableFrom = fact.notAcceptableFrom();
        @Nullable Applied applied = fact.applied();
        methodologyId = applied == null ? null : applied.methodology();
        methodologyVersion = applied == null ? null : applied.version();
    }

    /** What is simulated of it, before and after treatment. */
    Exposure exposure(String riskKey, String riskTitle) {
        Faults faults = Faults.ofBody();
        LossModel before = current.model(faults).orElseThrow();
        LossModel after =
                treated == null ? null : treated.treating(current, faults).orElseThrow();
        return new Exposure(id, riskKey, riskTitle, before, after, 0);
    }
}
