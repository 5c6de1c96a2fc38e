package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.AN_ACTION_KEEPS_ITS_ID;
import static isms.risk.treatment.TreatmentRule.A_PLAN_HAS_A_TITLE;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import isms.platform.decider.Violation;
import isms.platform.people.Subject;
import isms.risk.criteria.Rating;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a treatment plan says (RSK-11, RSK-12). A draft may have gaps; {@link PlanGaps} names them, and no plan is submitted
 * while there are any.
 *
 * @param title the plan in one line
 * @param option what is to be done about the risk
 * @param controls the controls that the treatment needs, from any source
 * @param otherParty with whom the risk is shared; for the option share
 * @param stops what the organization stops doing; for the option avoid
 * @param justification why the risk is kept as it is; for the option retain
 * @param actions what is to be done by whom and until when
 * @param residual the likelihood and impact aimed at, with the rationale of why the treatment gets there
 */
public record PlanContent(
        String title,
        @Nullable TreatmentOption option,
        List<NecessaryControl> controls,
        @Nullable String otherParty,
        @Nullable String stops,
        @Nullable String justification,
        List<TreatmentAction> actions,
        @Nullable Rating residual) {

    private static final int LONGEST_TITLE = 200;

    public PlanContent {
        title = requireNonNullElse(title, "").strip();
        controls = List.copyOf(requireNonNullElse(controls, List.of()));
        otherParty = orNothing(otherParty);
        stops = orNothing(stops);
        justification = orNothing(justification);
        actions = List.copyOf(requireNonNullElse(actions, List.of()));
    }

    private static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** This content, refused when it has no title. */
    PlanContent titled() {
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw A_PLAN_HAS_A_TITLE.violated(
                    List.of(new Violation("/title", "the title has 1 to " + LONGEST_TITLE + " characters")));
        }
        return this;
    }

    /**
     * This content with an id for every action that has none yet, refused when one has an id that is not its own.
     *
     * @param known ids of the actions that there were before
     * @param last the highest id that was ever given in the plan; 0 before the first
     */
    PlanContent numbered(Set<Integer> known, int last) {
        var faults = new ArrayList<Violation>();
        var seen = new HashSet<Integer>();
        var numbered = new ArrayList<TreatmentAction>();
        int next = last;
        for (int i = 0; i < actions.size(); i++) {
            TreatmentAction action = actions.get(i);
            Integer id = action.id();
            if (id == null) {
                next++;
                numbered.add(action.numbered(next));
            } else if (known.contains(id) && seen.add(id)) {
                numbered.add(action);
            } else {
                faults.add(new Violation("/actions/" + i + "/id", "the plan has no such action, or has it twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw AN_ACTION_KEEPS_ITS_ID.violated(faults);
        }
        return with(numbered);
    }

    /** The ids of its actions. */
    Set<Integer> ids() {
        return given().collect(toSet());
    }

    /** The highest id of its actions; 0 when it has none. */
    int lastId() {
        return given().mapToInt(Integer::intValue).max().orElse(0);
    }

    private Stream<Integer> given() {
        return actions.stream()
                .map(TreatmentAction::id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    Optional<TreatmentAction> action(int id) {
        return actions.stream()
                .filter(action -> Objects.equals(action.id(), id))
                .findFirst();
    }

    PlanContent moved(int id, LocalDate day) {
        return changed(id, action -> action.movedTo(day));
    }

    PlanContent reassigned(int id, Subject owner) {
        return changed(id, action -> action.ownedBy(owner));
    }

    private PlanContent changed(int id, UnaryOperator<TreatmentAction> change) {
        return with(actions.stream()
                .map(action -> Objects.equals(action.id(), id) ? change.apply(action) : action)
                .toList());
    }

    private PlanContent with(List<TreatmentAction> others) {
        return new PlanContent(title, option, controls, otherParty, stops, justification, others, residual);
    }
}
