package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.AN_ACTION_CAN_BE_CARRIED_OUT_AND_JUDGED;
import static isms.risk.treatment.TreatmentRule.AN_OPTION_NAMES_WHAT_IT_RESTS_ON;
import static java.util.stream.Collectors.toSet;

import isms.platform.decider.Rule;
import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plan must say before somebody answers for it: all that its option rests on, and actions that can be judged. */
final class PlanGaps {

    private static final int LINE = 200;
    private static final int TEXT = 4000;
    private static final Pattern REFERENCE = Pattern.compile("\\S{1,200}");

    private final List<Violation> found = new ArrayList<>();

    private PlanGaps() {}

    /** Refuses a plan that does not say what its option rests on (RSK-11; 6.1.3 a, b). */
    static void requireGroundedOption(PlanContent plan) {
        var gaps = new PlanGaps();
        gaps.option(plan);
        gaps.controls(plan.controls());
        gaps.refuse(AN_OPTION_NAMES_WHAT_IT_RESTS_ON);
    }

    /** Refuses a plan whose actions nobody could carry out or judge (RSK-12; 6.1.3 e). To retain a risk takes none. */
    static void requireSoundActions(PlanContent plan) {
        var gaps = new PlanGaps();
        if (plan.actions().isEmpty() && plan.option() != TreatmentOption.RETAIN) {
            gaps.add("/actions", "name at least one action");
        }
        Set<String> controls =
                plan.controls().stream().map(NecessaryControl::reference).collect(toSet());
        for (int i = 0; i < plan.actions().size(); i++) {
            gaps.action("/actions/" + i, plan.actions().get(i), controls);
        }
        gaps.refuse(AN_ACTION_CAN_BE_CARRIED_OUT_AND_JUDGED);
    }

    private void option(PlanContent plan) {
        TreatmentOption option = plan.option();
        if (option == null) {
            add("/option", "the option is missing; allowed: modify, avoid, share, retain");
            return;
        }
        if (option == TreatmentOption.MODIFY && plan.controls().isEmpty()) {
            add("/controls", "to modify a risk, name the controls that are necessary");
        }
        ground(option, TreatmentOption.SHARE, "/otherParty", plan.otherParty(), "name the other party");
        ground(option, TreatmentOption.AVOID, "/stops", plan.stops(), "say what stops");
        ground(option, TreatmentOption.RETAIN, "/justification", plan.justification(), "say why");
    }

    private void ground(
            TreatmentOption chosen, TreatmentOption needing, String pointer, @Nullable String text, String remedy) {
        if (chosen == needing && text == null) {
            add(pointer, "to " + needing.word() + " a risk, " + remedy);
        } else if (chosen != needing && text != null) {
            add(pointer, "it belongs to the option " + needing.word() + ", not to " + chosen.word());
        } else if (text != null && text.length() > TEXT) {
            add(pointer, "it is longer than " + TEXT + " characters");
        }
    }

    private void controls(List<NecessaryControl> controls) {
        var seen = new HashSet<String>();
        for (int i = 0; i < controls.size(); i++) {
            String reference = controls.get(i).reference();
            String pointer = "/controls/" + i + "/reference";
            if (!REFERENCE.matcher(reference).matches()) {
                add(pointer, "a reference has no spaces and 1 to 200 characters, for example A.8.5");
            } else if (!seen.add(reference)) {
                add(pointer, reference + " is named twice");
            }
        }
    }

    private void action(String at, TreatmentAction action, Set<String> controls) {
        required(at + "/title", action.title(), LINE);
        required(at + "/successCriterion", action.successCriterion(), TEXT);
        required(at + "/resources", action.resources(), TEXT);
        if (action.owner() == null) {
            add(at + "/owner", "name who does it");
        }
        if (action.targetDate() == null) {
            add(at + "/targetDate", "say by which day it is to be done");
        }
        for (int i = 0; i < action.controls().size(); i++) {
            if (!controls.contains(action.controls().get(i))) {
                add(at + "/controls/" + i, "it is not among the controls of the plan");
            }
        }
    }

    private void required(String pointer, String text, int most) {
        if (text.isEmpty()) {
            add(pointer, "it is missing");
        } else if (text.length() > most) {
            add(pointer, "it is longer than " + most + " characters");
        }
    }

    private void add(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }

    private void refuse(Rule rule) {
        if (!found.isEmpty()) {
            throw rule.violated(found);
        }
    }
}
