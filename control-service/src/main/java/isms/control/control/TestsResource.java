package isms.control.control;

import static isms.control.control.ControlRule.A_DOUBT_SAYS_WHAT_HAPPENED;
import static java.util.Objects.requireNonNullElse;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.control.ImplementationResource.Reporting;
import isms.platform.decider.Violation;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Testing controls, and doubting them (CTL-7; 9.1). */
@Path("/api/v1/controls")
@Tag(name = "Controls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER})
public class TestsResource {

    private final ControlType type;
    private final Decisions decisions;
    private final Reporting reporting;

    TestsResource(ControlType type, Decisions decisions, Reporting reporting) {
        this.type = type;
        this.decisions = decisions;
        this.reporting = reporting;
    }

    @Schema(name = "ControlTestDefinitionRequest", examples = Examples.TEST_DEFINITION)
    record Definition(
            @NotBlank @Size(max = 4000) String method,

            @Schema(
                    type = SchemaType.STRING,
                    description = "How long a result stands (ISO 8601), at least a day, at most three years",
                    examples = "P90D")
            @NotNull
            Period period,

            @NotBlank @Size(max = 4000) String criterion) {}

    @POST
    @Path("{id}/test-definitions")
    @Clause("9.1")
    @Operation(
            operationId = "defineControlTest",
            summary = "Say how a control is tested",
            description =
                    "By its owner or the ISMS manager: method, period and criterion. A result stands for one period; past it the control is untested again.")
    public RestResponse<ControlEntry> define(String id, @NotNull @Valid Definition body) {
        return decisions.change(
                type,
                id,
                new DefineTest(
                        new TestDefinition(
                                body.method().strip(),
                                body.period(),
                                body.criterion().strip()),
                        reporting.actor()));
    }

    @Schema(name = "ControlTest", examples = Examples.TEST)
    record Done(
            @NotNull TestOutcome outcome,

            @Schema(description = "The day on which it was done; today, when absent") @Nullable
            LocalDate on,

            @Schema(description = "What was looked at and what was seen") @Nullable @Size(max = 10000)
            String findings,

            @Schema(description = "Ids or keys of what shows it: evidence of this control") @Nullable @Size(max = 100)
            List<String> evidence) {}

    @POST
    @Path("{id}/tests")
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER, Roles.AUDITOR})
    @Clause("9.1")
    @Operation(
            operationId = "recordControlTest",
            summary = "Record the result of a test of a control",
            description =
                    "By somebody who does not own the control. It says whether the control is effective, and clears doubts.")
    public RestResponse<ControlEntry> test(String id, @NotNull @Valid Done body) {
        return decisions.changeKnowing(
                type,
                id,
                known -> new RecordTest(
                        reporting.id(id),
                        body.outcome(),
                        reporting.on(body.on()),
                        requireNonNullElse(body.findings(), ""),
                        reporting.evidence(body.evidence(), known),
                        reporting.actor(),
                        reporting.today()));
    }

    @Schema(name = "ControlDoubtReport", examples = Examples.DOUBT)
    record Doubt(
            @Schema(description = "Identity of the fact behind it: the same one casts doubt once") @Nullable
            UUID source,

            @NotNull DoubtCause cause,
            @NotBlank @Size(max = 4000) String what,

            @Schema(description = "Identity of the nonconformity, incident or change that it is about") @Nullable
            UUID about,

            @Schema(description = "When it happened; now, when absent") @Nullable
            Instant at) {}

    @POST
    @Path("{id}/doubts")
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER, Roles.RISK_OWNER, Roles.AUDITOR, Roles.CONTRIBUTOR})
    @Clause({"8.1", "9.1"})
    @Operation(
            operationId = "doubtControl",
            summary = "Say what speaks against the effectiveness of a control",
            description =
                    "The effectiveness is in doubt until the next test. What a later test has answered already changes nothing.")
    public RestResponse<ControlEntry> doubt(String id, @NotNull @Valid Doubt body) {
        Instant now = reporting.now();
        Instant at = body.at() == null ? now : body.at();
        if (at.isAfter(now)) {
            throw A_DOUBT_SAYS_WHAT_HAPPENED.violated(List.of(new Violation("/at", "the moment is in the future")));
        }
        UUID source = body.source() == null ? UuidCreator.getTimeOrderedEpoch() : body.source();
        return decisions.change(
                type, id, new ControlDoubt(source, body.cause(), body.what().strip(), body.about(), at).raised());
    }
}
