package isms.control.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A control with everything that makes it necessary.
 *
 * @param reference the control, as {@link Reference} writes it
 * @param title of a further control that no framework here knows; null for the others
 * @param needs what makes it necessary; empty when nothing does any more
 */
public record NeededControl(String reference, @Nullable String title, List<Need> needs) {

    public NeededControl {
        needs = List.copyOf(needs);
    }
}
