package isms.control.frameworkimport;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.control.framework.OwnFramework;
import isms.control.framework.OwnFrameworkEntry;
import isms.control.framework.OwnFrameworkEvent;
import isms.control.framework.OwnFrameworkType;
import isms.control.framework.OwnRequirement;
import isms.control.framework.VersionContent;
import isms.control.framework.VersionImport;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.command.Outcome;
import isms.platform.command.StaleVersion;
import isms.platform.command.Trial;
import isms.platform.decider.Command;
import isms.platform.decider.Refusal;
import isms.platform.decider.Violation;
import isms.platform.imports.Field;
import isms.platform.imports.Fields;
import isms.platform.imports.Register;
import isms.platform.imports.RowReader;
import isms.platform.imports.Step;
import isms.platform.imports.Verdict;
import isms.platform.imports.Verdict.AlreadyThere;
import isms.platform.imports.Verdict.Different;
import isms.platform.imports.Verdict.Ready;
import isms.platform.imports.Verdict.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The requirements of one framework, as a file brings them in. A version is whole: all good rows become one fact, recorded when
 * the first of them is carried out, and the others share it.
 */
final class RequirementImport implements Register<RequirementRow> {

    private static final UUID NAMES = UUID.fromString("c1f0f7c5-4a43-4d51-9a0e-8d4e0b7c2f55");
    private static final Pattern POINTER = Pattern.compile("/requirements/(\\d+)/(\\w+)");
    private static final int ATTEMPTS = 5;

    private final OwnFrameworkType type;
    private final Commands commands;
    private final Settings settings;
    private final Map<RequirementRow, List<Fault>> faults = new IdentityHashMap<>();
    private final Map<String, OwnRequirement> before = new HashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private List<String> attributes = List.of();
    private @Nullable Whole whole;
    private Step.@Nullable Recorded recorded;

    /**
     * What the request says.
     *
     * @param authority under which everything is decided
     * @param framework whose requirements they are
     * @param update whether a version in force is followed by another
     * @param source where the file comes from
     */
    record Settings(Instruction authority, UUID framework, boolean update, String source) {}

    private record Fault(Refusal refusal, String field, String detail) {}

    /**
     * All rows together.
     *
     * @param command what they lead to
     * @param changes whether that is anything new
     * @param first whether no version is in force so far
     */
    private record Whole(
            Command<OwnFramework, OwnFrameworkEvent> command, boolean changes, boolean first, String key) {}

    RequirementImport(OwnFrameworkType type, Commands commands, Settings settings) {
        this.type = type;
        this.commands = commands;
        this.settings = settings;
    }

    @Override
    public Fields fields(List<String> columns) {
        Fields fields = RequirementFields.of(columns);
        attributes = fields.taken().stream()
                .map(Field::name)
                .filter(name -> name.startsWith(RequirementFields.ATTRIBUTE))
                .toList();
        return fields;
    }

    @Override
    public RequirementRow read(RowReader row) {
        return new RequirementRow(row, attributes);
    }

    /** Tries all rows as one version, without those that keep it from being one. */
    @Override
    public void lookUp(List<RequirementRow> rows) {
        if (whole != null) {
            return;
        }
        Trial<OwnFramework, OwnFrameworkEvent, OwnFrameworkEntry> trial =
                commands.trial(type, settings.authority().tenant(), settings.framework());
        OwnFramework state = trial.state();
        int version = 0;
        if (state instanceof OwnFramework.Defined defined) {
            version = defined.version();
            defined.content().requirements().forEach(requirement -> before.put(requirement.id(), requirement));
        }
        OwnFrameworkEntry entry = trial.representation();
        List<RequirementRow> good =
                new ArrayList<>(rows.stream().filter(RequirementRow::isSound).toList());
        while (true) {
            Command<OwnFramework, OwnFrameworkEvent> command = command(good);
            try {
                boolean changes = !trial.carryOut(command, null).isEmpty();
                whole = new Whole(command, changes, version == 0, entry == null ? "" : entry.key);
                return;
            } catch (Refusal refusal) {
                List<RequirementRow> bad = bad(refusal, good);
                if (bad.isEmpty()) {
                    throw refusal;
                }
                Set<RequirementRow> leave = Collections.newSetFromMap(new IdentityHashMap<>());
                leave.addAll(bad);
                good.removeIf(leave::contains);
                if (good.isEmpty()) {
                    whole = new Whole(command, false, version == 0, entry == null ? "" : entry.key);
                    return;
                }
            }
        }
    }

    private Command<OwnFramework, OwnFrameworkEvent> command(List<RequirementRow> rows) {
        return VersionImport.of(
                settings.source(),
                VersionContent.of(rows.stream().map(row -> row.requirement).toList()));
    }

    private List<RequirementRow> bad(Refusal refusal, List<RequirementRow> rows) {
        List<RequirementRow> bad = new ArrayList<>();
        for (Violation violation : refusal.violations()) {
            Matcher pointer = POINTER.matcher(violation.pointer());
            if (pointer.matches()) {
                RequirementRow row = rows.get(Integer.parseInt(pointer.group(1)));
                faults.computeIfAbsent(row, one -> new ArrayList<>())
                        .add(new Fault(refusal, pointer.group(2), violation.detail()));
                bad.add(row);
            }
        }
        return bad;
    }

    @Override
    public UUID identity(RequirementRow row) {
        return row.identified
                ? UuidCreator.getNameBasedSha1(NAMES, row.requirement.id())
                : UuidCreator.getTimeOrderedEpoch();
    }

    @Override
    public String reference(RequirementRow row) {
        return row.requirement.id();
    }

    @Override
    public Verdict judge(RequirementRow row, RowReader reader) {
        List<Fault> found = faults.getOrDefault(row, List.of());
        if (!row.isSound() || !found.isEmpty()) {
            found.forEach(fault -> reader.fault(fault.field(), fault.refusal().rule(), fault.detail()));
            return new Refused();
        }
        Whole all = Objects.requireNonNull(whole, "looked up before it is judged");
        OwnRequirement known = before.get(row.requirement.id());
        boolean same = row.requirement.equals(known);
        if (!all.changes() || (!settings.update() && !all.first() && same)) {
            return new AlreadyThere(settings.framework(), all.key());
        }
        if (!settings.update() && !all.first()) {
            return new Different(settings.framework(), all.key(), differences(row.requirement, known));
        }
        String effect = known == null ? "created" : same ? "kept" : "revised";
        return new Ready(List.of(new Step(Set.of(effect), () -> carryOut(all))));
    }

    private static List<String> differences(OwnRequirement said, @Nullable OwnRequirement known) {
        if (known == null) {
            return List.of("id");
        }
        List<String> fields = new ArrayList<>();
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("title", said.title().equals(known.title()));
        same.put("group", Objects.equals(said.group(), known.group()));
        same.put("parent", Objects.equals(said.parent(), known.parent()));
        same.put("level", said.level().equals(known.level()));
        same.put("heading", said.heading() == known.heading());
        same.put("explanation", Objects.equals(said.explanation(), known.explanation()));
        same.put("attributes", said.attributes().equals(known.attributes()));
        same.forEach((field, equal) -> {
            if (!equal) {
                fields.add(field);
            }
        });
        return fields;
    }

    /** The first row records all of them. */
    private Step.Recorded carryOut(Whole all) {
        writing.lock();
        try {
            Step.Recorded done = recorded;
            if (done == null) {
                done = record(all);
                recorded = done;
            }
            return done;
        } finally {
            writing.unlock();
        }
    }

    private Step.Recorded record(Whole all) {
        String tenant = settings.authority().tenant();
        for (int attempt = 1; ; attempt++) {
            long version = commands.load(type, tenant, settings.framework()).version();
            try {
                Outcome<OwnFrameworkEntry> outcome = commands.send(
                        type,
                        settings.framework(),
                        all.command(),
                        settings.authority().oneOfMany("Imported from " + settings.source(), null, version));
                return new Step.Recorded(settings.framework(), outcome.representation().key, outcome.position());
            } catch (StaleVersion somebodyWasFaster) {
                if (attempt == ATTEMPTS) {
                    throw somebodyWasFaster;
                }
            }
        }
    }
}
