package isms.risk.riskimport;

import isms.platform.command.Commands;
import isms.platform.command.Deciding;
import isms.platform.command.Instruction;
import isms.platform.command.Trial;
import isms.platform.decider.Refusal;
import isms.platform.imports.Fields;
import isms.platform.imports.ImportRule;
import isms.platform.imports.Recognition;
import isms.platform.imports.Recorder;
import isms.platform.imports.Register;
import isms.platform.imports.RowReader;
import isms.platform.imports.Together;
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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
    private final Recognition recognition;
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
        this.recognition =
                new Recognition(commands, kinds.risks(), settings.authority().tenant(), NAMES, settings.source());
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
        recognition.lookUp(rows, row -> row.knownBy, RiskRow::content);
    }

    @Override
    public UUID identity(RiskRow row) {
        return row.knownBy.id();
    }

    @Override
    public String reference(RiskRow row) {
        return row.knownBy.reference();
    }

    @Override
    public Verdict judge(RiskRow row, RowReader reader) {
        if (row.statesTimes() && !settings.mayStateTimes()) {
            reader.fault(
                    reader.has("assessedAt") ? "assessedAt" : "registeredAt",
                    ImportRule.ONLY_IMPORTERS_STATE_TIMES,
                    "Only the role " + settings.importer() + " may say when something happened.");
        }
        String unknown = row.knownBy.unknownKey();
        if (!unknown.isEmpty()) {
            reader.fault("key", RiskImportRule.A_KEY_IS_OF_THIS_REGISTER, "There is no risk " + unknown + ".");
        }
        Contexts.Found context = row.found;
        if (context == null || !row.hasOwner()) {
            return new Refused();
        }
        Trial<Risk, RiskEvent, RiskRegisterEntry> trial = row.knownBy.isThere()
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
        for (Together<Effect, RiskPlan.Part> step : plan.steps()) {
            trial.carryOut(RiskPlan.command(step, context.state(), context.methodology()), step.statedAt());
        }
        var recorder = new Recorder<>(
                commands,
                kinds.risks(),
                identity(row),
                version,
                settings.authority(),
                row.knownBy.reason(settings.source(), reader.number()));
        return new Ready(plan.steps().stream()
                .map(step -> recorder.step(step, deciding(context, step)))
                .toList());
    }

    /** The context and its methodology are looked up again: it is decided on what they are when it is recorded. */
    private Deciding<Risk, RiskEvent> deciding(Contexts.Found context, Together<Effect, RiskPlan.Part> step) {
        return grounds -> {
            var now = grounds.load(kinds.contexts(), context.id()).state();
            UUID chosen = context.methodologyId();
            Methodology methodology = chosen == null
                    ? kinds.methodologies().initial()
                    : grounds.load(kinds.methodologies(), chosen).state();
            return RiskPlan.command(step, now, methodology);
        };
    }
}
