package isms.control.statement;

import isms.platform.decider.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A control that a risk treatment plan names (CTL-10).
 *
 * @param control the control as the plan writes it: {@code A.8.5}, {@code iso-27001-2022:A.8.5} or any other reference
 * @param title of a control that no framework here knows; null where nobody said
 * @param plan identity of the plan
 * @param key the key of the plan that people use, where known
 * @param risk id or key of the risk that the plan treats, where known
 * @param text the plan's title
 */
public record PlanNeed(
        String control,
        @Nullable String title,
        UUID plan,
        @Nullable String key,
        @Nullable String risk,
        String text) {

    /** What makes the control necessary in a statement; nothing where it is so already, or where there is no statement. */
    public Command<Statement, StatementEvent> arisen() {
        return new NeedControl(control, title, new Need(NeedKind.PLAN, plan, key, risk, text));
    }

    /** The same for many. */
    public static Command<Statement, StatementEvent> allArisen(List<PlanNeed> needs) {
        return new NeedControls(needs);
    }

    /** What ends every need of a plan in a statement; nothing where it has none. */
    public static Command<Statement, StatementEvent> ended(UUID plan) {
        return new NoLongerNeedControl(plan);
    }
}
