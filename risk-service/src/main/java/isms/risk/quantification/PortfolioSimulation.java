package isms.risk.quantification;

import isms.risk.criteria.Money;
import isms.risk.quantification.RiskSimulation.Outlook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the recorded estimates together amount to (RSK-16). */
@Schema(name = "PortfolioSimulation")
public record PortfolioSimulation(
        @Schema(description = "Sent again with the same estimates and years, it gives the same answer")
        long seed,

        @Schema(description = "Simulated years") int years,

        Inputs inputs,

        @Schema(description = "All risks together, year by year. Risks are drawn independently of each other")
        Outlook portfolio,

        @Schema(description = "In the order of their keys, each with what it contributes to the whole")
        List<RiskShare> risks,

        @Schema(description = "What the risks of each context contribute together")
        List<ContextShare> contexts) {

    @Schema(name = "PortfolioInputs")
    public record Inputs(
            @Schema(
                    description =
                            "The moment whose estimates were used. Asked for as `asOf`, with the same seed and years, the answer is"
                                    + " the same whatever is recorded since")
            Instant asOf,

            @Schema(examples = "EUR") String currency,

            @Schema(description = "Registered threats among those asked for, whether estimated or not")
            int registered,

            @Schema(description = "How many of them were simulated; of the others nothing is in any number here")
            int simulated,

            @Schema(description = "What has an estimate or was asked for by name, and was left out all the same")
            List<LeftOut> leftOut) {}

    @Schema(name = "LeftOutOfPortfolio")
    public record LeftOut(@Schema(examples = "RISK-42") String key, String because) {}

    @Schema(name = "PortfolioRisk")
    record RiskShare(
            UUID id,
            @Schema(examples = "RISK-42") String key,
            String title,

            @Schema(examples = "CTX-1") String context,

            @Schema(description = "Version of the estimate that was used")
            long quantificationVersion,

            Instant estimatedAt,

            @Schema(description = "Identity of the methodology in use in the context when it was estimated") @Nullable
            UUID methodologyId,

            @Nullable Integer methodologyVersion,
            Outlook outlook,
            Contribution before,

            @Schema(description = "Absent when no treatment is estimated for any risk") @Nullable
            Contribution after) {}

    @Schema(name = "PortfolioContext")
    record ContextShare(
            UUID id,
            @Schema(examples = "CTX-1") String key,
            String title,
            int risks,
            Contribution before,
            @Nullable Contribution after) {}

    @Schema(name = "LossContribution")
    record Contribution(
            Money expectedAnnualLoss,

            @Schema(description = "Share of the portfolio's expected annual loss", examples = "0.42")
            BigDecimal share,

            List<TailContribution> tails) {}

    @Schema(name = "TailContribution")
    record TailContribution(
            @Schema(examples = "0.95") BigDecimal confidence,

            @Schema(
                    description =
                            "Mean loss in the worst years of the portfolio: contributions add up to its tail value at risk")
            Money tailValueAtRisk,

            @Schema(description = "Share of the portfolio's tail value at risk", examples = "0.61")
            BigDecimal share) {}
}
