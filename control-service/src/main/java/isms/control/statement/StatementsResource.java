package isms.control.statement;

import static isms.control.statement.StatementRule.A_SCOPE_HAS_ONE_STATEMENT;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.needregister.StandingNeeds;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deciding on statements of applicability (CTL-9 to CTL-11). */
@Path("/api/v1/statements-of-applicability")
@Tag(name = "Statements of applicability")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class StatementsResource {

    private static final String ID = "Id or key, for example SOA-1";

    private final StatementType type;
    private final Decisions decisions;
    private final Caller caller;
    private final StandingNeeds standing;

    StatementsResource(StatementType type, Decisions decisions, Caller caller, StandingNeeds standing) {
        this.type = type;
        this.decisions = decisions;
        this.caller = caller;
        this.standing = standing;
    }

    @Schema(name = "StatementStart", examples = Examples.START)
    record Start(@NotNull @Valid ScopeNamed scope) {}

    @Schema(name = "StatementScopeNamed")
    record ScopeNamed(
            @Schema(description = "Identity of the scope; a new one when left out") @Nullable
            UUID id,

            @NotBlank @Size(max = 200) String name,

            @Schema(description = "Identities of the risk contexts whose treatment plans it covers; none for all")
            @Size(max = 500)
            List<UUID> contexts) {}

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.3 d", "4.3"})
    @Operation(
            operationId = "startStatement",
            summary = "Start the statement of applicability of a scope",
            description =
                    "One per scope. Its first version has a line for every control of Annex A of ISO/IEC 27001:2022.")
    public RestResponse<StatementEntry> start(@NotNull @Valid Start body) {
        ScopeNamed named = body.scope();
        UUID scope = Objects.requireNonNullElseGet(named.id(), UuidCreator::getTimeOrderedEpoch);
        // the same scope gives the same id, so that the log itself takes no second statement
        UUID id = UuidCreator.getNameBasedSha1(scope, "statement-of-applicability " + caller.tenant());
        return decisions.createKnowing(type, id, known -> {
            if (known.stateIfAny(type, id) instanceof Statement.Kept) {
                throw A_SCOPE_HAS_ONE_STATEMENT.violated();
            }
            List<UUID> contexts = Objects.requireNonNullElse(named.contexts(), List.of());
            return new StartStatement(
                    new Scope(scope, named.name(), contexts),
                    subject(),
                    standing.of(caller.tenant(), contexts).stream()
                            .map(need -> new PlanNeed(
                                    need.control(),
                                    null,
                                    need.plan(),
                                    need.key(),
                                    need.risk().toString(),
                                    need.title()))
                            .toList());
        });
    }

    @Schema(name = "StatementDecisions", examples = Examples.DECISIONS)
    record LineDecisions(@NotEmpty @Size(max = 500) @Valid List<@NotNull OneDecision> lines) {}

    @Schema(name = "StatementLineDecision")
    record OneDecision(
            @Schema(
                    description =
                            "Control of Annex A (A.8.5), requirement of another framework (nist-csf-2.0:PR.AA-03), "
                                    + "or any other reference of a further necessary control",
                    examples = "A.8.5")
            @NotBlank
            String control,

            @Schema(description = "Title of a further control that no framework here knows") @Nullable @Size(max = 300)
            String title,

            @Schema(description = "Whether the control is necessary") @NotNull
            Boolean applicable,

            @Schema(description = "Why it is included; of an applicable control, unless something needs it anyway")
            @Size(max = 20)
            List<@NotNull Justification> justifications,

            @Schema(description = "Why it is excluded; of a control that does not apply") @Nullable @Size(max = 4000)
            String exclusion,

            @Schema(description = "How far an applicable control is implemented; not-started when left out") @Nullable
            ImplementationStatus status,

            @Schema(description = "Ids or keys of the organization's controls that implement it") @Size(max = 100)
            List<@NotBlank String> controls,

            @Nullable @Size(max = 4000) String note) {

        DecidedLine line() {
            return new DecidedLine(
                    control,
                    title == null || title.isBlank() ? null : title.strip(),
                    new LineDecision(
                            Boolean.TRUE.equals(applicable), justifications, exclusion, status, controls, note));
        }
    }

    @POST
    @Path("{id}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.3 c", "6.1.3 d"})
    @Operation(
            operationId = "decideStatementLines",
            summary = "Decide lines of the draft",
            description = "One or many: all of them or none, with a violation for each that is not right. "
                    + "Whoever decides a line becomes its author, and cannot approve the version.")
    public RestResponse<StatementEntry> decide(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid LineDecisions body) {
        return decisions.change(
                type,
                id,
                new DecideLines(body.lines().stream().map(OneDecision::line).toList(), subject()));
    }

    @Schema(name = "StatementLegalNeed", examples = Examples.LEGAL_NEED)
    record LegalNeed(
            @Schema(description = "Chosen by the client (UUIDv7), else by the server") @Nullable
            UUID id,

            @Schema(examples = "A.5.34") @NotBlank String control,

            @Schema(description = "Title of a further control") @Nullable @Size(max = 300)
            String title,

            @Schema(description = "The law or regulation that demands it") @NotBlank @Size(max = 1000)
            String requirement) {}

    @POST
    @Path("{id}/legal-needs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.3 d", "4.2"})
    @Operation(
            operationId = "stateLegalNeed",
            summary = "State that a legal requirement needs a control",
            description = "The control becomes necessary, as by a treatment plan: excluding it is a conflict.")
    public RestResponse<StatementEntry> legalNeed(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid LegalNeed body) {
        UUID need = Objects.requireNonNullElseGet(body.id(), UuidCreator::getTimeOrderedEpoch);
        return decisions.change(
                type, id, new StateLegalNeed(need, body.control(), body.title(), body.requirement(), subject()));
    }

    @Schema(name = "StatementLegalNeedWithdrawal", examples = Examples.WITHDRAWAL)
    record Withdrawal(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/legal-needs/{need}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.3 d", "4.2"})
    @Operation(operationId = "withdrawLegalNeed", summary = "Take back that a legal requirement needs a control")
    public RestResponse<StatementEntry> withdrawLegalNeed(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "Id of the need, as the line shows it") @PathParam("need") UUID need,
            @NotNull @Valid Withdrawal body) {
        return decisions.change(type, id, new WithdrawLegalNeed(need, body.reason()), body.reason());
    }

    @POST
    @Path("{id}/submissions")
    @Clause("6.1.3 d")
    @Operation(
            operationId = "submitStatement",
            summary = "Submit the draft to top management",
            description = "Once every line is decided and justified, and none excludes what is needed; "
                    + "otherwise a violation names each line that keeps it from that.")
    public RestResponse<StatementEntry> submit(@Parameter(description = ID) @PathParam("id") String id) {
        return decisions.change(type, id, new SubmitStatement());
    }

    @POST
    @Path("{id}/approvals")
    @RolesAllowed({Roles.TOP_MANAGEMENT, Roles.ISMS_MANAGER, Roles.RISK_OWNER, Roles.CONTROL_OWNER, Roles.CONTRIBUTOR})
    @Clause({"6.1.3 d", "5.1"})
    @Operation(
            operationId = "approveStatement",
            summary = "Approve the submitted version",
            description =
                    "By top management or whom it has named, and by nobody who wrote a line of it. It is in force from now "
                            + "on, and the one before is superseded. Needs If-Match: who signs, signs what they have read.")
    public RestResponse<StatementEntry> approve(@Parameter(description = ID) @PathParam("id") String id) {
        return decisions.sign(type, id, new ApproveStatement(actor()));
    }

    @Schema(name = "StatementReturn", examples = Examples.RETURN)
    record Return(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TOP_MANAGEMENT, Roles.ISMS_MANAGER, Roles.RISK_OWNER, Roles.CONTROL_OWNER, Roles.CONTRIBUTOR})
    @Clause("6.1.3 d")
    @Operation(
            operationId = "returnStatement",
            summary = "Return the submitted version to its authors",
            description = "With a reason, by top management, its delegate or the ISMS manager. It is a draft again.")
    public RestResponse<StatementEntry> giveBack(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid Return body) {
        return decisions.change(type, id, new ReturnStatement(body.reason(), actor()), body.reason());
    }

    @POST
    @Path("{id}/versions")
    @Clause("6.1.3 d")
    @Operation(
            operationId = "startStatementVersion",
            summary = "Start the next version",
            description =
                    "As a copy of the approved one, which stays as it is; it follows what makes controls necessary now.")
    public RestResponse<StatementEntry> next(@Parameter(description = ID) @PathParam("id") String id) {
        return decisions.change(type, id, new StartVersion(subject()));
    }

    @Schema(name = "StatementApprovalDelegation", examples = Examples.DELEGATION)
    record Delegation(
            @NotNull Subject delegate,
            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/delegations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.TOP_MANAGEMENT)
    @Clause({"5.3", "6.1.3 d"})
    @Operation(
            operationId = "delegateStatementApproval",
            summary = "Have somebody approve versions of this statement for top management",
            description =
                    "The delegate takes the place of the one before. Authors of a version cannot approve it either way.")
    public RestResponse<StatementEntry> delegate(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid Delegation body) {
        return decisions.change(
                type, id, new DelegateApproval(body.delegate(), body.reason(), subject()), body.reason());
    }

    private Subject subject() {
        return new Subject(caller.subject());
    }

    private Actor actor() {
        return new Actor(subject(), caller.roles());
    }
}
