package isms.risk.round;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.command.Commands;
import isms.platform.decider.Command;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.query.Timeline;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.context.ContextType;
import isms.risk.round.CloseRound.Excused;
import isms.risk.standing.Standings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deciding on rounds of assessments (RSK-9). */
@Path("/api/v1/assessment-rounds")
@Tag(name = "Assessment rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class AssessmentRoundsResource {

    private final AssessmentRoundType type;
    private final ContextType contexts;
    private final Decisions decisions;
    private final Commands commands;
    private final Standings standings;
    private final Caller caller;
    private final Clock clock;

    AssessmentRoundsResource(
            AssessmentRoundType type,
            ContextType contexts,
            Decisions decisions,
            Commands commands,
            Standings standings,
            Caller caller,
            Clock clock) {
        this.type = type;
        this.contexts = contexts;
        this.decisions = decisions;
        this.commands = commands;
        this.standings = standings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"8.2", "6.1.2 a"})
    @Operation(
            operationId = "openAssessmentRound",
            summary = "Open a round of assessments",
            description =
                    "Over risks that are named, or over those that the filters of the scope let through now: they are fixed "
                            + "from then on. A risk counts as assessed when it is assessed after this.")
    public RestResponse<AssessmentRoundEntry> open(@NotNull @Valid RoundOpening body) {
        return shown(decisions.createKnowing(type, body.id(), known -> {
            body.scope().contexts().forEach(context -> known.state(contexts, context));
            var scope = body.scope()
                    .of(body.scope().contexts().stream()
                            .map(context -> decisions.id(contexts, context))
                            .toList());
            var named = named("/scope/risks", body.scope().risks());
            return new OpenRound(body.plan(), scope, named, scope.named() ? List.of() : matching(scope));
        }));
    }

    private List<UUID> matching(RoundScope scope) {
        return standings.matching(
                caller.tenant(),
                scope.contexts(),
                scope.owners(),
                scope.units(),
                scope.categories(),
                scope.flagged(),
                OpenRound.MOST + 1);
    }

    @Schema(name = "AssessmentRoundMembers", examples = Examples.MEMBERS)
    record Members(
            @Schema(description = "Ids or keys of risks") @NotEmpty @Size(max = 10_000)
            List<@NotBlank String> risks,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/additions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("8.2")
    @Operation(
            operationId = "addRisksToAssessmentRound",
            summary = "Add risks to a round",
            description = "With a reason. Risks that it has already stay in it.")
    public RestResponse<AssessmentRoundEntry> add(String id, @NotNull @Valid Members body) {
        return change(id, new AddRisks(named("/risks", body.risks()), body.reason()), body.reason());
    }

    @POST
    @Path("{id}/removals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("8.2")
    @Operation(
            operationId = "removeRisksFromAssessmentRound",
            summary = "Remove risks from a round",
            description = "With a reason; but not all: a round that is not wanted any more is withdrawn.")
    public RestResponse<AssessmentRoundEntry> remove(String id, @NotNull @Valid Members body) {
        return change(id, new RemoveRisks(named("/risks", body.risks()), body.reason()), body.reason());
    }

    @Schema(name = "AssessmentRoundDueDate", examples = Examples.DUE_DATE)
    record DueDate(
            @NotNull LocalDate due,
            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/due-dates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("8.2")
    @Operation(
            operationId = "moveDueDateOfAssessmentRound",
            summary = "Move the due date of a round",
            description = "With a reason. A round that was overdue is so no longer, until the new date passes as well.")
    public RestResponse<AssessmentRoundEntry> move(String id, @NotNull @Valid DueDate body) {
        return change(id, new MoveDueDate(body.due(), body.reason()), body.reason());
    }

    @Schema(name = "AssessmentRoundClosure", examples = Examples.CLOSURE)
    record Closure(
            @Nullable List<@NotNull @Valid Excuse> leftOut,

            @Schema(description = "What the round showed, in words") @Nullable @Size(max = 4000)
            String conclusion) {

        @Schema(name = "AssessmentRoundExcuse")
        record Excuse(
                @Schema(description = "Ids or keys of risks that were not assessed") @NotEmpty
                List<@NotBlank String> risks,

                @NotBlank @Size(max = 4000) String reason) {}
    }

    @POST
    @Path("{id}/closures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"8.2", "9.1"})
    @Operation(
            operationId = "closeAssessmentRound",
            summary = "Close a round",
            description =
                    "With a picture of how each of its risks stands now. Risks that have not been assessed since it was opened "
                            + "are left out, each with a reason; without one the round is not closed.")
    public RestResponse<AssessmentRoundEntry> close(String id, @NotNull @Valid Closure body) {
        return shown(decisions.changeKnowing(type, id, known -> {
            known.state(type, id);
            var round = commands.represent(type, caller.tenant(), decisions.id(type, id))
                    .orElseThrow();
            var groups = requireNonNullElse(body.leftOut(), List.<Closure.Excuse>of());
            var excused = new ArrayList<Excused>();
            for (int i = 0; i < groups.size(); i++) {
                var group = groups.get(i);
                excused.add(new Excused(named("/leftOut/" + i + "/risks", group.risks()), group.reason()));
            }
            standings.caughtUp();
            var takenAt = clock.instant();
            return new CloseRound(
                    standings.of(caller.tenant(), round.riskIds, round.openedAt),
                    excused,
                    requireNonNullElse(body.conclusion(), ""),
                    takenAt);
        }));
    }

    @Schema(name = "AssessmentRoundWithdrawal", examples = Examples.WITHDRAWAL)
    record Withdrawal(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("8.2")
    @Operation(
            operationId = "withdrawAssessmentRound",
            summary = "Withdraw a round",
            description = "With a reason, until it is closed. Assessments that were made stay.")
    public RestResponse<AssessmentRoundEntry> withdraw(String id, @NotNull @Valid Withdrawal body) {
        return change(id, new WithdrawRound(body.reason()), body.reason());
    }

    private NamedRisks named(String at, List<String> names) {
        standings.caughtUp();
        return NamedRisks.of(at, names, names.isEmpty() ? List.of() : standings.named(caller.tenant(), names));
    }

    private RestResponse<AssessmentRoundEntry> change(
            String id, Command<AssessmentRound, RoundEvent> command, String reason) {
        return shown(decisions.change(type, id, command, reason));
    }

    /** The answer with how far the round is, which only the register knows. */
    private RestResponse<AssessmentRoundEntry> shown(RestResponse<AssessmentRoundEntry> answer) {
        var round = answer.getEntity();
        RoundProgress progress = null;
        if (round.isUnderWay()) {
            standings.caughtUp();
            progress =
                    standings
                            .counts(caller.tenant(), List.of(round.position), null, Timeline.RECORDED)
                            .await()
                            .indefinitely()
                            .stream()
                            .map(RoundProgress::of)
                            .findFirst()
                            .orElse(null);
        }
        var response = RestResponse.ResponseBuilder.ok(round.at(progress)).status(answer.getStatus());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.build();
    }
}
