package isms.risk.mywork;

import isms.platform.http.ProblemCode;
import isms.platform.query.ReadRequest;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of the caller's work is asked for. It is always that of now. */
public class MyWorkRequest extends ReadRequest {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    @QueryParam("kind")
    @Parameter(description = "Only these kinds of items, separated by commas, for example assess-risk,approve-plan")
    public @Nullable String kind;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most; the counts are always of all",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "100"))
    public @Nullable String limit;

    void check() {
        allowOnly("kind", "limit");
        if (asOf != null || timeline != null || fields != null) {
            throw ProblemCode.INVALID_PARAMETER.because(
                    "What waits for you is asked of now: leave asOf, timeline and fields out. The registers can be asked of the past.");
        }
        for (String asked : kinds()) {
            if (!WaitingWork.KINDS.contains(asked)) {
                throw ProblemCode.INVALID_PARAMETER.because(
                        "kind must be among " + String.join(", ", WaitingWork.KINDS) + "; \"" + asked + "\" is not.");
            }
        }
        atMost();
    }

    /** The kinds asked for; all when none is named. */
    List<String> kinds() {
        String asked = kind;
        return asked == null || asked.isBlank()
                ? WaitingWork.KINDS
                : Arrays.stream(asked.split(",", -1)).map(String::strip).toList();
    }

    int atMost() {
        String text = limit;
        if (text == null || text.isBlank()) {
            return USUAL;
        }
        if (text.strip().matches("[0-9]{1,3}")) {
            int most = Integer.parseInt(text.strip());
            if (most >= 1 && most <= MOST) {
                return most;
            }
        }
        throw ProblemCode.INVALID_PARAMETER.because(
                "limit must be a whole number from 1 to " + MOST + ", not \"" + text + "\".");
    }
}
