package isms.control.control;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.evidence.Evidence;
import isms.control.evidence.EvidenceType;
import isms.platform.command.Commands;
import isms.platform.deadline.Day;
import isms.platform.http.Decisions;
import isms.platform.http.Decisions.Known;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Implementing controls: from planned to operating, or retired (CTL-6; 8.1). */
@Path("/api/v1/controls")
@Tag(name = "Controls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER})
public class ImplementationResource {

    private final ControlType type;
    private final Decisions decisions;
    private final Reporting reporting;

    ImplementationResource(ControlType type, Decisions decisions, Reporting reporting) {
        this.type = type;
        this.decisions = decisions;
        this.reporting = reporting;
    }

    @Schema(name = "ControlDueDate", examples = Examples.DUE)
    record DueDate(
            @Schema(description = "None takes the date away") @Nullable
            LocalDate due,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/due-dates")
    @Clause({"6.1.3 e", "8.1"})
    @Operation(
            operationId = "setControlDueDate",
            summary = "Say by which day a control is to be implemented",
            description =
                    "With a reason, by its owner or the ISMS manager. That the day has passed is recorded once, by the system.")
    public RestResponse<ControlEntry> due(String id, @NotNull @Valid DueDate body) {
        return decisions.change(type, id, new SetDueDate(body.due(), body.reason(), reporting.actor()), body.reason());
    }

    @Schema(name = "ControlStepReport", examples = Examples.STEP)
    record Step(
            @Schema(description = "The day on which it happened; today, when absent") @Nullable
            LocalDate on,

            @Nullable @Size(max = 4000) String remark) {

        String words() {
            return requireNonNullElse(remark, "").strip();
        }
    }

    @POST
    @Path("{id}/starts")
    @Clause("8.1")
    @Operation(
            operationId = "startControl",
            summary = "Report that implementing a control has begun",
            description =
                    "By its owner or the ISMS manager. No control starts before what it needs is in place; the refusal says which.")
    public RestResponse<ControlEntry> start(String id, @NotNull @Valid Step body) {
        return decisions.changeKnowing(type, id, known -> {
            Set<UUID> needs = known.state(type, id) instanceof Control.Open open ? open.needs() : Set.of();
            return new StartImplementation(
                    reporting.on(body.on()),
                    body.words(),
                    reporting.network(needs, known),
                    reporting.actor(),
                    reporting.today());
        });
    }

    @Schema(name = "ControlImplementationReport", examples = Examples.IMPLEMENTED)
    record Completion(
            @Schema(description = "The day on which it was in place; today, when absent") @Nullable
            LocalDate on,

            @Nullable @Size(max = 4000) String remark,

            @Schema(description = "Ids or keys of what shows it: evidence of this control") @Nullable @Size(max = 100)
            List<String> evidence) {}

    @POST
    @Path("{id}/implementations")
    @Clause({"8.1", "8.3"})
    @Operation(
            operationId = "reportControlImplemented",
            summary = "Report that a control is implemented",
            description = "By its owner or the ISMS manager, with the evidence that there is.")
    public RestResponse<ControlEntry> implemented(String id, @NotNull @Valid Completion body) {
        return decisions.changeKnowing(
                type,
                id,
                known -> new ReportImplemented(
                        reporting.id(id),
                        reporting.on(body.on()),
                        requireNonNullElse(body.remark(), "").strip(),
                        reporting.evidence(body.evidence(), known),
                        reporting.actor(),
                        reporting.today()));
    }

    @POST
    @Path("{id}/operations")
    @Clause("8.1")
    @Operation(
            operationId = "putControlIntoOperation",
            summary = "Report that an implemented control is part of daily work",
            description = "By its owner or the ISMS manager.")
    public RestResponse<ControlEntry> operating(String id, @NotNull @Valid Step body) {
        return decisions.change(
                type,
                id,
                new PutIntoOperation(reporting.on(body.on()), body.words(), reporting.actor(), reporting.today()));
    }

    @Schema(name = "ControlReason", examples = Examples.REASON)
    record Because(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/reopenings")
    @Clause("8.1")
    @Operation(
            operationId = "reopenControl",
            summary = "Reopen the implementation of a control that was in place",
            description = "With a reason, by its owner or the ISMS manager. It is in progress again, and untested.")
    public RestResponse<ControlEntry> reopen(String id, @NotNull @Valid Because body) {
        return decisions.change(type, id, new ReopenImplementation(body.reason(), reporting.actor()), body.reason());
    }

    @POST
    @Path("{id}/retirements")
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("8.1")
    @Operation(
            operationId = "retireControl",
            summary = "Retire a control",
            description = "With a reason. Its history stays.")
    public RestResponse<ControlEntry> retire(String id, @NotNull @Valid Because body) {
        return decisions.change(type, id, new RetireControl(body.reason()), body.reason());
    }

    /** What reports on a control are made with: who reports, on which day, and on what it rests. */
    @Singleton
    static class Reporting {

        private final ControlType type;
        private final EvidenceType evidence;
        private final Decisions decisions;
        private final Commands commands;
        private final Caller caller;
        private final Clock clock;

        Reporting(
                ControlType type,
                EvidenceType evidence,
                Decisions decisions,
                Commands commands,
                Caller caller,
                Clock clock) {
            this.type = type;
            this.evidence = evidence;
            this.decisions = decisions;
            this.commands = commands;
            this.caller = caller;
            this.clock = clock;
        }

        Actor actor() {
            return new Actor(new Subject(caller.subject()), caller.roles());
        }

        LocalDate today() {
            return Day.of(clock.instant());
        }

        Instant now() {
            return clock.instant();
        }

        /** The day that was given, else today. */
        LocalDate on(@Nullable LocalDate day) {
            return day == null ? today() : day;
        }

        UUID id(String control) {
            return decisions.id(type, control);
        }

        /** The evidence as it is now. */
        List<EvidenceAtHand> evidence(@Nullable List<String> idsOrKeys, Known known) {
            var found = new ArrayList<EvidenceAtHand>();
            for (String idOrKey : requireNonNullElse(idsOrKeys, List.<String>of())) {
                if (known.state(evidence, idOrKey) instanceof Evidence.Kept kept) {
                    found.add(new EvidenceAtHand(
                            new EvidenceReference(decisions.id(evidence, idOrKey), kept.edition()), kept.control()));
                }
            }
            return found;
        }

        /** These controls, all that they need in turn, and what goes on in the place of each. */
        Network network(Collection<UUID> from, Known known) {
            return Network.of(
                    from,
                    id -> known.stateIfAny(type, id),
                    id -> commands.represent(type, caller.tenant(), id)
                            .map(entry -> entry.key)
                            .orElse(id.toString()));
        }
    }
}
