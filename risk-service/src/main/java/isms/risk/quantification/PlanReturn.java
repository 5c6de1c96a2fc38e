package isms.risk.quantification;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a treatment plan pays, and how sure that is (RSK-16, 6.1.3 a). */
@Schema(name = "TreatmentPlanReturn")
public record PlanReturn(
        @Schema(description = "Sent again with the same estimates, it gives the same answer")
        long seed,

        @Schema(description = "Drawn futures, each a world with the plan and without")
        int futures,

        Inputs inputs,

        @Schema(description = "What the estimates amount to on average, computed and not drawn")
        Expected expected,

        @Schema(description = "Losses of all years that the plan avoids, as they are worth at the beginning")
        Amounts avoidedLoss,

        @Schema(description = "Cost of all years, as it is worth at the beginning")
        Amounts cost,

        @Schema(description = "Avoided loss less cost") Amounts netValue,

        @Schema(description = "Return on security investment: (avoided loss - cost) / cost. 0 earns its cost back")
        Ratios rosi,

        @Schema(description = "Share of futures in which the plan has earned its cost at the end", examples = "0.83")
        BigDecimal probabilityOfPayingOff,

        Payback payback) {

    /** @param asOf the moment whose estimates were used: asked for again, they are the same */
    @Schema(name = "TreatmentPlanReturnInputs")
    public record Inputs(
            UUID plan,
            @Schema(examples = "PLAN-7") String planKey,
            String planTitle,
            UUID risk,
            @Schema(examples = "RISK-42") String riskKey,
            String riskTitle,

            @Schema(description = "The moment whose estimates were used; `asOf` with it gives the same inputs again")
            Instant asOf,

            @Schema(description = "Version of the risk's estimate")
            long riskQuantificationVersion,

            @Schema(description = "Version of the plan's estimate")
            long planQuantificationVersion,

            @Schema(
                    description = "Whose estimate with treatment was used",
                    enumeration = {"plan", "risk"})
            String treatmentOf,

            @Schema(description = "For how many years the return is judged")
            int years,

            BigDecimal discountRate) {}

    @Schema(name = "ExpectedReturn")
    record Expected(
            @Schema(description = "Of the risk as it stands")
            Money annualLossBefore,

            @Schema(description = "Of the risk with the treatment")
            Money annualLossAfter,

            Money avoidedLoss,
            Money cost,
            Money netValue,

            @Schema(description = "(expected avoided loss - expected cost) / expected cost")
            BigDecimal rosi,

            @Schema(
                    description =
                            "Years until the plan has earned its cost, not discounted; absent when a year avoids less than it costs")
            @Nullable
            BigDecimal paybackYears) {}

    @Schema(name = "SpreadOfMoney")
    record Amounts(
            Money mean,

            @Schema(description = "How far the mean may be off because only so many futures were drawn (one sigma)")
            Money standardError,

            Money p5,
            Money p25,
            Money median,
            Money p75,
            Money p95) {}

    @Schema(name = "SpreadOfRatio")
    record Ratios(
            BigDecimal mean,

            @Schema(description = "How far the mean may be off because only so many futures were drawn (one sigma)")
            BigDecimal standardError,

            BigDecimal p5,
            BigDecimal p25,
            BigDecimal median,
            BigDecimal p75,
            BigDecimal p95) {}

    @Schema(name = "Payback")
    record Payback(
            @Schema(description = "Share of futures in which the cost has been earned at the end of some year")
            BigDecimal probability,

            @Schema(description = "The year by whose end half of all futures have; absent when fewer do") @Nullable
            Integer medianYear) {}
}
