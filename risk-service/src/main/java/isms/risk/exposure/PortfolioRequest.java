package isms.risk.exposure;

import isms.platform.query.ReadRequest;
import isms.risk.quantification.PortfolioQuestion;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which recorded risks are simulated, and how. */
public class PortfolioRequest extends ReadRequest {

    @QueryParam("context")
    @Parameter(description = "Only risks of these contexts: ids or keys by comma", example = "CTX-1,CTX-3")
    public @Nullable String context;

    @QueryParam("risk")
    @Parameter(description = "Only these risks: ids or keys by comma", example = "RISK-7,RISK-42")
    public @Nullable String risk;

    @QueryParam("years")
    @Parameter(
            description = "Simulated years, 1000 to 500000",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100000"))
    public @Nullable String years;

    @QueryParam("seed")
    @Parameter(
            description = "0 to 2^53 - 1; drawn and answered when left out, so that the run can be repeated",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    public @Nullable String seed;

    @QueryParam("confidence")
    @Parameter(description = "Confidence levels of value at risk by comma; 0.9,0.95,0.99 unless said otherwise")
    public @Nullable String confidence;

    PortfolioQuestion question() {
        allowOnly("context", "risk", "years", "seed", "confidence");
        return new PortfolioQuestion(
                Numbers.whole("years", years), Numbers.large("seed", seed), Numbers.several("confidence", confidence));
    }

    /** Ids and keys in the form in which they are compared. */
    static List<String> named(@Nullable String several) {
        return several == null
                ? List.of()
                : Stream.of(several.split(",", -1))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }
}
