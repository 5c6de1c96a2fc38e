package isms.risk.exposure;

import isms.platform.query.ReadRequest;
import isms.risk.quantification.ReturnQuestion;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** How the return of a plan can be asked for. */
public class ReturnRequest extends ReadRequest {

    @QueryParam("futures")
    @Parameter(
            description = "How many futures are drawn, 1000 to 200000",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50000"))
    public @Nullable String futures;

    @QueryParam("seed")
    @Parameter(
            description = "0 to 2^53 - 1; drawn and answered when left out, so that the run can be repeated",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    public @Nullable String seed;

    ReturnQuestion question() {
        allowOnly("futures", "seed");
        return new ReturnQuestion(Numbers.whole("futures", futures), Numbers.large("seed", seed));
    }
}
