package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Command;
import isms.platform.decider.Refusal;
import isms.platform.imports.Together;
import isms.platform.people.Actor;
import isms.risk.context.RiskContext;
import isms.risk.methodology.Methodology;
import isms.risk.risk.Risk.None;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.Risk.Retired;
import isms.risk.risk.RiskRegisterEntry.AssessmentRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be decided so that the register says of a risk what another register says (RSK-18, ALL-9). Every part is a
 * command that people use too, and is refused by the same rules.
 *
 * @param steps in their order; each is recorded whole or not at all. Empty when all is so already
 * @param differences the fields in which the risk that is here differs; empty for one that is new
 * @param completes whether nothing that is here changes: the risk is new, or has only not been assessed yet
 */
public record RiskPlan(List<Together<Effect, Part>> steps, List<String> differences, boolean completes) {

    public RiskPlan {
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    /** What a step does, as people count it. */
    public enum Effect {
        CREATED,
        ASSESSED,
        REVISED,
        RETIRED
    }

    /** A decision that rests on the context of the risk and its methodology, as they are when it is taken. */
    @FunctionalInterface
    public interface Part {
        RiskCommand in(RiskContext context, Methodology methodology);
    }

    /** Decisions that are recorded together, as one command. */
    public static Command<Risk, RiskEvent> command(
            Together<Effect, Part> step, RiskContext context, Methodology methodology) {
        return step.command(part -> part.in(context, methodology), Risk::evolve);
    }

    /**
     * @param state the risk as it is here
     * @param entry its entry in the register; null when it is new
     */
    public static RiskPlan of(ImportedRisk told, Risk state, @Nullable RiskRegisterEntry entry, Actor by) {
        return switch (state) {
            case None _ -> begin(told, by);
            case Registered risk -> change(told, risk, entry, by);
            case Retired _ -> {
                if (told.retiredBecause() == null) {
                    throw A_RETIRED_RISK_REMAINS_AS_IT_IS.violated();
                }
                yield new RiskPlan(List.of(), List.of(), true);
            }
        };
    }

    /** All that the rules say against a risk that is new here, not only what the first of its decisions meets. */
    public static List<Refusal> refusals(ImportedRisk told, RiskContext context, Methodology methodology, Actor by) {
        var found = new ArrayList<Refusal>();
        var registered = new Registered(kindOf(told), told.description(null), told.context(), told.owner());
        refusal(registration(told).in(context, methodology), new None(), found);
        Assessment assessment = told.assessment(null);
        if (assessment != null) {
            refusal(new AssessRisk(assessment, context, methodology, by), registered, found);
        }
        if (told.retiredBecause() != null) {
            refusal(new RetireRisk(told.retiredBecause(), by), registered, found);
        }
        return found;
    }

    private static void refusal(RiskCommand command, Risk state, List<Refusal> found) {
        try {
            command.decide(state);
        } catch (Refusal refusal) {
            found.add(refusal);
        }
    }

    private static RiskKind kindOf(ImportedRisk told) {
        return requireNonNullElse(told.kind(), RiskKind.THREAT);
    }

    private static Part registration(ImportedRisk told) {
        RiskDescription description = told.description(null);
        return (context, methodology) ->
                new RegisterRisk(kindOf(told), description, told.context(), context, told.owner());
    }

    private static RiskPlan begin(ImportedRisk told, Actor by) {
        var steps = new ArrayList<Together<Effect, Part>>();
        Instant assessedAt = told.assessedAt();
        Instant registeredAt = told.registeredAt() == null ? assessedAt : told.registeredAt();
        Together.add(steps, Effect.CREATED, registeredAt, registration(told));
        Assessment assessment = told.assessment(null);
        if (assessment != null) {
            Together.add(steps, Effect.ASSESSED, assessedAt, assessing(assessment, by));
        }
        String reason = told.retiredBecause();
        if (reason != null) {
            Together.add(steps, Effect.RETIRED, null, (context, methodology) -> new RetireRisk(reason, by));
        }
        return new RiskPlan(steps, List.of(), true);
    }

    private static RiskPlan change(ImportedRisk told, Registered risk, @Nullable RiskRegisterEntry entry, Actor by) {
        var steps = new ArrayList<Together<Effect, Part>>();
        var differences = new ArrayList<String>();
        AssessmentRecord before = entry == null ? null : entry.assessment;
        Assessment assessment = told.assessment(before);
        List<String> rated = assessment == null ? List.of() : Likeness.differences(assessment, before);
        boolean later = assessment != null && before != null && isLater(told.assessedAt(), entry);
        boolean completes = before == null;
        if (assessment != null && isNews(told.assessedAt(), entry) && (!rated.isEmpty() || later)) {
            // first: what it was rated may be stated for a past moment, and everything else happens now
            Together.add(steps, Effect.ASSESSED, told.assessedAt(), assessing(assessment, by));
            differences.addAll(rated);
            if (later) {
                differences.add("assessedAt");
            }
        }
        RiskDescription description = told.description(risk.description());
        List<String> described = Likeness.differences(description, risk.description());
        if (!described.isEmpty()) {
            completes = false;
            Together.add(steps, Effect.REVISED, null, (context, methodology) -> new DescribeRisk(_ -> description, by));
            differences.addAll(described);
        }
        if (!told.owner().equals(risk.owner())) {
            completes = false;
            Together.add(steps, Effect.REVISED, null, (context, methodology) -> new HandOverRisk(told.owner(), by));
            differences.add("owner");
        }
        String reason = told.retiredBecause();
        if (reason != null) {
            completes = false;
            Together.add(steps, Effect.RETIRED, null, (context, methodology) -> new RetireRisk(reason, by));
            differences.add("status");
        }
        return new RiskPlan(steps, differences, completes);
    }

    /** Whether what another register says was judged is younger than the assessment that is here. */
    private static boolean isLater(@Nullable Instant at, @Nullable RiskRegisterEntry entry) {
        return at != null && entry != null && entry.assessedAt != null && at.isAfter(entry.assessedAt);
    }

    /** An assessment from before the last one changes nothing of what is known now. */
    private static boolean isNews(@Nullable Instant at, @Nullable RiskRegisterEntry entry) {
        return at == null || entry == null || entry.assessedAt == null || !at.isBefore(startOf(entry.assessedAt));
    }

    /** A day alone stands for its first moment. */
    private static Instant startOf(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }

    private static Part assessing(Assessment assessment, Actor by) {
        return (context, methodology) -> new AssessRisk(assessment, context, methodology, by);
    }
}
