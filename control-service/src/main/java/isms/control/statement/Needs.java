package isms.control.statement;

import isms.control.statement.StatementEvent.ApprovalDelegated;
import isms.control.statement.StatementEvent.ControlNeedEnded;
import isms.control.statement.StatementEvent.ControlNeeded;
import isms.control.statement.StatementEvent.LegalNeedStated;
import isms.control.statement.StatementEvent.LegalNeedWithdrawn;
import isms.control.statement.StatementEvent.LinesDecided;
import isms.control.statement.StatementEvent.MigrationUndone;
import isms.control.statement.StatementEvent.StatementApproved;
import isms.control.statement.StatementEvent.StatementMigrated;
import isms.control.statement.StatementEvent.StatementReturned;
import isms.control.statement.StatementEvent.StatementStarted;
import isms.control.statement.StatementEvent.StatementSubmitted;
import isms.control.statement.StatementEvent.StatementSuperseded;
import isms.control.statement.StatementEvent.StatementVersionStarted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes controls necessary now, whatever the version at hand says.
 *
 * @param controls the controls, each with what makes it necessary
 */
record Needs(List<NeededControl> controls) {

    Needs {
        controls = List.copyOf(controls);
    }

    List<Need> of(String reference) {
        return controls.stream()
                .filter(control -> control.reference().equals(reference))
                .findFirst()
                .map(NeededControl::needs)
                .orElse(List.of());
    }

    /** The controls that something makes necessary. */
    List<String> references(NeedKind kind, UUID id) {
        return controls.stream()
                .filter(control -> control.needs().stream().anyMatch(need -> need.is(kind, id)))
                .map(NeededControl::reference)
                .toList();
    }

    /** Where lines follow something else than what makes their controls necessary now. */
    List<NeededControl> otherThanIn(Lines lines) {
        Map<String, NeededControl> other = new LinkedHashMap<>();
        for (Line line : lines.all()) {
            List<Need> now = of(line.reference());
            if (!now.equals(line.needs())) {
                other.put(line.reference(), new NeededControl(line.reference(), line.title(), now));
            }
        }
        for (NeededControl control : controls) {
            if (lines.line(control.reference()) == null) {
                other.put(control.reference(), control);
            }
        }
        return List.copyOf(other.values());
    }

    Needs after(StatementEvent event) {
        return switch (event) {
            case ControlNeeded needed -> with(needed.reference(), needed.title(), needed.need());
            case LegalNeedStated stated -> with(stated.reference(), stated.title(), stated.need());
            case ControlNeedEnded ended -> without(NeedKind.PLAN, ended.plan());
            case LegalNeedWithdrawn withdrawn -> without(NeedKind.LEGAL, withdrawn.need());
            case StatementStarted _ -> this;
            case LinesDecided _ -> this;
            case StatementSubmitted _ -> this;
            case StatementReturned _ -> this;
            case StatementApproved _ -> this;
            case StatementSuperseded _ -> this;
            case StatementVersionStarted _ -> this;
            case ApprovalDelegated _ -> this;
            case StatementMigrated _ -> this;
            case MigrationUndone _ -> this;
        };
    }

    private Needs with(String reference, @Nullable String title, Need need) {
        List<NeededControl> all = new ArrayList<>();
        boolean found = false;
        for (NeededControl control : controls) {
            if (control.reference().equals(reference)) {
                List<Need> needs = new ArrayList<>(control.needs());
                needs.removeIf(each -> each.is(need.kind(), need.id()));
                needs.add(need);
                all.add(new NeededControl(reference, control.title() == null ? title : control.title(), needs));
                found = true;
            } else {
                all.add(control);
            }
        }
        if (!found) {
            all.add(new NeededControl(reference, title, List.of(need)));
        }
        return new Needs(all);
    }

    private Needs without(NeedKind kind, UUID id) {
        List<NeededControl> all = new ArrayList<>();
        for (NeededControl control : controls) {
            List<Need> needs =
                    control.needs().stream().filter(need -> !need.is(kind, id)).toList();
            if (!needs.isEmpty()) {
                all.add(new NeededControl(control.reference(), control.title(), needs));
            }
        }
        return new Needs(all);
    }
}
