package isms.risk.riskimport;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.command.Commands;
import isms.platform.command.Deciding;
import isms.platform.command.Instruction;
import isms.platform.command.Outcome;
import isms.platform.command.Trial;
import isms.platform.decider.Refusal;
import isms.platform.imports.Fields;
import isms.platform.imports.ImportRule;
import isms.platform.imports.Register;
import isms.platform.imports.RowReader;
import isms.platform.imports.Step;
import isms.platform.imports.Verdict;
import isms.platform.imports.Verdict.AlreadyThere;
import isms.platform.imports.Verdict.Different;
import isms.platform.imports.Verdict.Ready;
import isms.platform.imports.Verdict.Refused;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.risk.context.ContextType;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.MethodologyType;
import isms.risk.risk.Risk;
import isms.risk.risk.RiskEvent;
import isms.risk.risk.RiskPlan;
import isms.risk.risk.RiskPlan.Effect;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.risk.RiskType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The register of risks, as a file brings it in. A risk is known again by its id or key in this register where the row has
 * them, else by where the file comes from and what that calls it, else by what the row says the risk is: the id of the
 * risk is derived from these, so that the same file finds the same risks.
 */
final class RiskImport implements Register<RiskRow> {

    /** Sets these ids apart from all others that are derived from names. */
    private static final UUID NAMES = UUID.fromString("9d2d9a53-61a4-4a4f-8a3c-0d2a5a4f9a18");

    private final Kinds kinds;
    private final Commands commands;
    private final Contexts contexts;
    private final Settings settings;
    private Collection<String> dimensions = List.of();

    /** The types of aggregate that are concerned. */
    record Kinds(RiskType risks, ContextType contexts, MethodologyType methodologies) {}

    /**
     * What the request says.
     *
     * @param authority under which everything is decided
     * @param mayStateTimes whether the caller may say when something happened
     * @param importer the role that may
     * @param update whether what is there already is changed
     * @param source where the file comes from
     */
    record Settings(Instruction authority, boolean mayStateTimes, String importer, boolean update, String source) {

        Actor actor() {
            return new Actor(new Subject(authority.actor()), authority.roles());
        }
    }

    RiskImport(Kinds kinds, Commands commands, Settings settings) {
        this.kinds = kinds;
        this.commands = commands;
        this.settings = settings;
        this.contexts = Contexts.of(
                commands,
                kinds.contexts(),
                kinds.methodologies(),
                settings.authority().tenant());
    }

    @Override
    public Fields fields(List<String> columns) {
        dimensions = RiskFields.dimensions(contexts, columns).keySet();
        return RiskFields.of(contexts, columns, settings.authority().actor());
    }

    @Override
    public RiskRow read(RowReader row) {
        return new RiskRow(row, contexts, dimensions);
    }

    @Override
    public void lookUp(List<RiskRow> rows) {
        Set<UUID> stated = existing(rows, row -> row.statedId != null, RiskImport::statedId);
        for (RiskRow row : rows) {
            row.id = idOf(row, stated);
        }
        Set<UUID> there = existing(rows, row -> true, row -> requireNonNull(row.id));
        rows.forEach(row -> row.there = there.contains(requireNonNull(row.id)));
    }

    private static UUID statedId(RiskRow row) {
        return requireNonNull(row.statedId);
    }

    private Set<UUID> existing(List<RiskRow> rows, Predicate<RiskRow> which, Function<RiskRow, UUID> id) {
        Set<UUID> asked = rows.stream().filter(which).map(id).collect(Collectors.toSet());
        return asked.isEmpty()
                ? new HashSet<>()
                : commands.existing(kinds.risks(), settings.authority().tenant(), asked);
    }

    private UUID idOf(RiskRow row, Set<UUID> stated) {
        UUID given = row.statedId;
        if (given != null && stated.contains(given)) {
            return given;
        }
        if (given == null && !row.key.isEmpty() && row.externalId.isEmpty()) {
            return commands.resolve(kinds.risks(), settings.authority().tenant(), row.key)
                    .orElseGet(() -> derived("key", row.key));
        }
        if (!row.externalId.isEmpty()) {
            return derived("externalId", row.externalId);
        }
        // an export of another organization: its ids are names here
        return given != null
                ? derived("externalId", given.toString())
                : derived("content", String.join("\0", row.content()));
    }

    private UUID derived(String by, String name) {
        return UuidCreator.getNameBasedSha1(
                NAMES, String.join("\0", settings.authority().tenant(), settings.source(), by, name));
    }

    @Override
    public UUID identity(RiskRow row) {
        return requireNonNull(row.id);
    }

    @Override
    public String reference(RiskRow row) {
        return row.externalId.isEmpty() && row.statedId != null ? row.statedId.toString() : row.externalId;
    }

    @Override
    public Verdict judge(RiskRow row, RowReader reader) {
        if (row.statesTimes() && !settings.mayStateTimes()) {
            reader.fault(
                    reader.has("assessedAt") ? "assessedAt" : "registeredAt",
                    ImportRule.ONLY_IMPORTERS_STATE_TIMES,
                    "Only the role " + settings.importer() + " may say when something happened.");
        }
        if (!row.there && !row.key.isEmpty() && row.externalId.isEmpty() && row.statedId == null) {
            reader.fault("key", RiskImportRule.A_KEY_IS_OF_THIS_REGISTER, "There is no risk " + row.key + ".");
        }
        Contexts.Found context = row.found;
        if (context == null || !row.hasOwner()) {
            return new Refused();
        }
        Trial<Risk, RiskEvent, RiskRegisterEntry> trial = row.there
                ? commands.trial(kinds.risks(), settings.authority().tenant(), identity(row))
                : commands.trial(kinds.risks(), settings.authority().tenant());
        RiskRegisterEntry entry = trial.representation();
        remain(row, trial.state(), reader);
        try {
            return verdict(row, context, trial, entry, reader);
        } catch (Refusal refusal) {
            reader.refused(refusal);
            return new Refused();
        }
    }

    private static void remain(RiskRow row, Risk state, RowReader reader) {
        if (!(state instanceof Risk.Registered risk)) {
            return;
        }
        if (row.kind() != null && row.kind() != risk.kind()) {
            reader.fault(
                    "kind",
                    RiskImportRule.KIND_AND_CONTEXT_REMAIN,
                    "The risk is registered as a" + (risk.kind().word().startsWith("o") ? "n " : " ")
                            + risk.kind().word() + ".");
        }
        if (!row.context().equals(risk.context())) {
            reader.fault(
                    "context", RiskImportRule.KIND_AND_CONTEXT_REMAIN, "The risk is registered in another context.");
        }
    }

    private Verdict verdict(
            RiskRow row,
            Contexts.Found context,
            Trial<Risk, RiskEvent, RiskRegisterEntry> trial,
            @Nullable RiskRegisterEntry entry,
            RowReader reader) {
        RiskPlan plan = RiskPlan.of(row, trial.state(), entry, settings.actor());
        if (entry == null) {
            List<Refusal> refusals = RiskPlan.refusals(row, context.state(), context.methodology(), settings.actor());
            if (!refusals.isEmpty()) {
                refusals.forEach(reader::refused);
                return new Refused();
            }
        } else if (plan.steps().isEmpty()) {
            return new AlreadyThere(entry.id, entry.key);
        } else if (!settings.update() && !plan.completes()) {
            return new Different(entry.id, entry.key, plan.differences());
        }
        long version = trial.version();
        for (RiskPlan.Step step : plan.steps()) {
            trial.carryOut(step.command(context.state(), context.methodology()), step.statedAt());
        }
        return new Ready(steps(row, context, plan, version, reader.number()));
    }

    private List<Step> steps(RiskRow row, Contexts.Found context, RiskPlan plan, long version, int number) {
        var at = new AtomicLong(version);
        String reason = "Imported from " + settings.source() + ", row " + number
                + (row.externalId.isEmpty() ? "" : " (" + row.externalId + ")");
        List<Step> steps = new ArrayList<>();
        for (RiskPlan.Step step : plan.steps()) {
            steps.add(new Step(
                    step.effects().stream().map(RiskImport::word).collect(Collectors.toSet()),
                    () -> carryOut(identity(row), context, step, reason, at)));
        }
        return steps;
    }

    private static String word(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }

    /** The context and its methodology are looked up again: it is decided on what they are when it is recorded. */
    private Step.Recorded carryOut(
            UUID id, Contexts.Found context, RiskPlan.Step step, String reason, AtomicLong version) {
        Deciding<Risk, RiskEvent> deciding = grounds -> {
            var now = grounds.load(kinds.contexts(), context.id()).state();
            UUID chosen = context.methodologyId();
            Methodology methodology = chosen == null
                    ? kinds.methodologies().initial()
                    : grounds.load(kinds.methodologies(), chosen).state();
            return step.command(now, methodology);
        };
        Instruction instruction = settings.authority().oneOfMany(reason, step.statedAt(), version.get());
        Outcome<RiskRegisterEntry> outcome = version.get() == 0
                ? commands.beginKnowing(kinds.risks(), id, deciding, instruction)
                : commands.sendKnowing(kinds.risks(), id, deciding, instruction);
        version.set(outcome.version());
        return new Step.Recorded(id, outcome.representation().key, outcome.position());
    }
}
