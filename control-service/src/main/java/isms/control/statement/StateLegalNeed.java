package isms.control.statement;

import static isms.control.statement.StatementRule.A_LEGAL_NEED_IS_OF_ONE_CONTROL;
import static isms.control.statement.StatementRule.A_NEED_NAMES_WHAT_IT_COMES_FROM;

import isms.control.statement.Statement.Kept;
import isms.control.statement.StatementEvent.LegalNeedStated;
import isms.platform.decider.Violation;
import isms.platform.people.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State that a legal requirement needs a control. The same need twice is one.
 *
 * @param id identity of the need
 * @param control the control as people write it
 * @param title of a further control
 * @param requirement what demands it, in words
 */
record StateLegalNeed(UUID id, String control, @Nullable String title, String requirement, Subject author)
        implements StatementCommand {

    @Override
    public List<StatementEvent> decide(Statement state) {
        Kept kept = state.kept();
        String reference = Reference.of(control);
        List<Violation> violations = new ArrayList<>();
        boolean known = Reference.requirement(reference).isPresent();
        if (reference.isEmpty() || reference.length() > Reference.LONGEST) {
            violations.add(new Violation("/control", "the control has 1 to " + Reference.LONGEST + " characters"));
        } else if (Reference.isMistakenForAnnexA(reference)) {
            violations.add(
                    new Violation("/control", "Annex A of ISO/IEC 27001:2022 has no " + Reference.shortly(reference)));
        }
        if (requirement.isBlank()) {
            violations.add(new Violation("/requirement", "the law or regulation that demands it is missing"));
        }
        if (!violations.isEmpty()) {
            throw A_NEED_NAMES_WHAT_IT_COMES_FROM.violated(violations);
        }
        Need need = new Need(NeedKind.LEGAL, id, null, null, requirement.strip());
        if (kept.needs().of(reference).contains(need)) {
            return List.of();
        }
        if (!kept.needs().references(NeedKind.LEGAL, id).isEmpty()) {
            throw A_LEGAL_NEED_IS_OF_ONE_CONTROL.violated();
        }
        String own = known || title == null || title.isBlank() ? null : title.strip();
        Tally tally = kept.after(new LegalNeedStated(
                reference, own, need, author, kept.open(), kept.lines().tally()));
        return List.of(new LegalNeedStated(reference, own, need, author, kept.open(), tally));
    }
}
