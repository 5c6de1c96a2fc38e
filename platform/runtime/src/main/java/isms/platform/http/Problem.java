package isms.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import isms.platform.decider.Violation;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every answer that is not a success (RFC 9457, {@code application/problem+json}). */
@Schema(description = "Why a request was not carried out, and what to do about it (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "rule",
    "clause",
    "violations",
    "remedy",
    "traceId"
})
public record Problem(
        @Schema(
                description = "The documented kind of problem",
                examples = "https://isms.example/problems/rule-violated")
        URI type,

        @Schema(description = "The kind of problem in words", examples = "A rule forbids it")
        String title,

        @Schema(description = "The HTTP status", examples = "422")
        int status,

        @Schema(description = "What is wrong in this case, as a sentence")
        String detail,

        @Schema(description = "The path of the request") URI instance,

        @Schema(description = "The kind of problem, for programs", examples = "rule-violated")
        String code,

        @Schema(description = "The rule that refused", examples = "ALL-3") @Nullable
        String rule,

        @Schema(description = "The clause of ISO/IEC 27001:2022 behind the rule", examples = "5.3") @Nullable
        String clause,

        @Schema(description = "The parts of the request at fault: JSON Pointers (RFC 6901) into the body")
        List<Violation> violations,

        @Schema(description = "What the caller can do about it, as a sentence")
        String remedy,

        @Schema(description = "W3C trace id of the request, to be named in a report")
        String traceId) {}
