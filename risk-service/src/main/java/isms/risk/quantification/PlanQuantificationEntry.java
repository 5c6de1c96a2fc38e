package isms.risk.quantification;

import isms.platform.readmodel.VersionedRow;
import isms.risk.quantification.PlanQuantificationEvent.PlanQuantified;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a treatment plan is estimated to cost, as readers see it (RSK-16). Its id is that of the plan. */
@Entity
@Table(name = "plan_quantification")
@Schema(name = "TreatmentPlanQuantification", description = "The id is that of the plan")
public class PlanQuantificationEntry extends VersionedRow {

    @Schema(description = "Title of the plan when it was estimated")
    public String title;

    @Schema(description = "Identity of the risk that it treats")
    public UUID riskId;

    @Schema(description = "ISO 4217 code of all amounts", examples = "EUR")
    public String currency;

    @Schema(description = "Spent at the beginning", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public LossEstimate oneOffCost;

    @Schema(description = "Spent in each year", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public LossEstimate yearlyCost;

    @Schema(description = "For how many years the return is judged")
    public int years;

    @Schema(description = "By which what comes a year later counts less")
    public BigDecimal discountRate;

    @Schema(
            description =
                    "Frequency or loss with this plan alone; absent where the risk's own estimate with treatment holds",
            nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public Estimates treated;

    @Schema(description = "On what the estimate rests")
    public String rationale;

    @Schema(description = "Subject id of who estimated it")
    public String estimatedBy;

    public Instant estimatedAt;

    @Schema(description = "Expected cost of all years together, not discounted, in units of the currency")
    public BigDecimal expectedCost;

    void estimate(PlanQuantified fact, String by, Instant at) {
        title = fact.title();
        riskId = fact.risk();
        currency = fact.currency();
        oneOffCost = fact.oneOffCost();
        yearlyCost = fact.yearlyCost();
        years = fact.years();
        discountRate = fact.discountRate();
        treated = fact.treated();
        rationale = fact.rationale();
        estimatedBy = by;
        estimatedAt = at;
        expectedCost = fact.expectedCost();
    }

    PlanCost cost() {
        Faults faults = Faults.ofBody();
        return new PlanCost(
                PlanEstimate.cost(oneOffCost, faults).orElseThrow(),
                PlanEstimate.cost(yearlyCost, faults).orElseThrow(),
                years,
                discountRate.doubleValue());
    }
}
