package isms.control.controlimport;

import isms.control.control.Control;
import isms.control.control.ControlEntry;
import isms.control.control.ControlEvent;
import isms.control.control.ControlPlan;
import isms.control.control.ControlPlan.Conditions;
import isms.control.control.ControlPlan.Effect;
import isms.control.control.ControlPlan.Part;
import isms.control.control.ControlType;
import isms.control.control.ImportedControl;
import isms.platform.command.Commands;
import isms.platform.command.Deciding;
import isms.platform.command.Instruction;
import isms.platform.command.Trial;
import isms.platform.decider.Command;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** The register of controls, as a file brings it in. */
final class ControlImport implements Register<ControlRow> {

    /** Sets these ids apart from all others that are derived from names. */
    private static final UUID NAMES = UUID.fromString("5b0b2a0e-7f4e-4e0f-9d38-1d6a0c7e4f61");

    private final ControlType type;
    private final Commands commands;
    private final Settings settings;
    private final Predicate<String> isKnown;
    private final Recognition recognition;

    /**
     * What the request says.
     *
     * @param authority under which everything is decided
     * @param mayStateTimes whether the caller may say when something happened
     * @param importer the role that may
     * @param update whether what is there already is changed
     * @param source where the file comes from
     * @param today the present day
     */
    record Settings(
            Instruction authority,
            boolean mayStateTimes,
            String importer,
            boolean update,
            String source,
            LocalDate today) {

        String tenant() {
            return authority.tenant();
        }

        Actor actor() {
            return new Actor(new Subject(authority.actor()), authority.roles());
        }
    }

    /** @param isKnown whether there is a requirement behind a reference */
    ControlImport(ControlType type, Commands commands, Settings settings, Predicate<String> isKnown) {
        this.type = type;
        this.isKnown = isKnown;
        this.commands = commands;
        this.settings = settings;
        this.recognition = new Recognition(commands, type, settings.tenant(), NAMES, settings.source());
    }

    @Override
    public Fields fields(List<String> columns) {
        return ControlFields.of(settings.authority().actor());
    }

    @Override
    public ControlRow read(RowReader row) {
        return new ControlRow(row);
    }

    @Override
    public void lookUp(List<ControlRow> rows) {
        recognition.lookUp(rows, row -> row.knownBy, ControlRow::content);
    }

    @Override
    public UUID identity(ControlRow row) {
        return row.knownBy.id();
    }

    @Override
    public String reference(ControlRow row) {
        return row.knownBy.reference();
    }

    @Override
    public Verdict judge(ControlRow row, RowReader reader) {
        if (row.statesTimes() && !settings.mayStateTimes()) {
            reader.fault(
                    "definedAt",
                    ImportRule.ONLY_IMPORTERS_STATE_TIMES,
                    "Only the role " + settings.importer() + " may say when something happened.");
        }
        String unknown = row.knownBy.unknownKey();
        if (!unknown.isEmpty()) {
            reader.fault("key", ControlImportRule.A_KEY_IS_OF_THIS_REGISTER, "There is no control " + unknown + ".");
        }
        if (!row.hasOwner()) {
            return new Refused();
        }
        Trial<Control, ControlEvent, ControlEntry> trial = row.knownBy.isThere()
                ? commands.trial(type, settings.tenant(), identity(row))
                : commands.trial(type, settings.tenant());
        try {
            return verdict(row, trial, reader);
        } catch (Refusal refusal) {
            reader.refused(refusal);
            return new Refused();
        }
    }

    private Verdict verdict(ControlRow row, Trial<Control, ControlEvent, ControlEntry> trial, RowReader reader) {
        ImportedControl told = row.control();
        String reason = row.knownBy.reason(settings.source(), reader.number());
        var conditions = new Conditions(settings.actor(), settings.today(), isKnown, reason);
        ControlEntry entry = trial.representation();
        ControlPlan plan = ControlPlan.of(told, trial.state(), conditions);
        if (entry == null) {
            List<Refusal> refusals = ControlPlan.refusals(told, conditions);
            if (!refusals.isEmpty()) {
                refusals.forEach(reader::refused);
                return new Refused();
            }
        } else if (plan.steps().isEmpty()) {
            return new AlreadyThere(entry.id, entry.key);
        } else if (!settings.update() && !plan.completes()) {
            return new Different(entry.id, entry.key, plan.differences());
        }
        for (Together<Effect, Part> step : plan.steps()) {
            trial.carryOut(
                    command(
                            step,
                            trial.state(),
                            id -> commands.load(type, settings.tenant(), id).state()),
                    step.statedAt());
        }
        var recorder = new Recorder<>(commands, type, identity(row), trial.version(), settings.authority(), reason);
        return new Ready(plan.steps().stream()
                .map(step -> recorder.step(step, deciding(row, step)))
                .toList());
    }

    /** What the control needs is looked up again: it is decided on how far that is when it is recorded. */
    private Deciding<Control, ControlEvent> deciding(ControlRow row, Together<Effect, Part> step) {
        return grounds -> {
            Function<UUID, Control> control = id -> grounds.load(type, id).state();
            Control self = row.knownBy.isThere() ? control.apply(identity(row)) : type.initial();
            return command(step, self, control);
        };
    }

    private Command<Control, ControlEvent> command(
            Together<Effect, Part> step, Control self, Function<UUID, Control> control) {
        return ControlPlan.command(
                step,
                self,
                control,
                id -> commands.represent(type, settings.tenant(), id)
                        .map(entry -> entry.key)
                        .orElse(id.toString()));
    }
}
