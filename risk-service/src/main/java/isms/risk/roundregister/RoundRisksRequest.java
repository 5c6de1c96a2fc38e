package isms.risk.roundregister;

import isms.platform.query.ReadRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the risks of a round can be asked for. */
public class RoundRisksRequest extends ReadRequest {

    static final int LIMIT = 500;

    @QueryParam("state")
    @Parameter(description = "Only risks that are so far: of an open round outstanding, of a closed one left-out")
    public RoundRisk.@Nullable State state;

    @QueryParam("after")
    @Parameter(
            description = "Where the next page begins: next of the page before",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    public @Nullable Integer after;
}
