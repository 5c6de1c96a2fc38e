package isms.platform.history;

import isms.platform.query.ReadRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a history can be asked for. */
public class HistoryRequest extends ReadRequest {

    static final int LIMIT = 500;

    @QueryParam("after")
    @Parameter(
            description = "Only what came after this version: the last version of the page before",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    public @Nullable Long after;
}
