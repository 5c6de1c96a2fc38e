package isms.risk.library;

import static isms.risk.library.LibraryRule.AN_ENTRY_SAYS_WHAT_IT_IS;
import static isms.risk.library.LibraryRule.A_SCENARIO_IN_USE_IS_TOLD_IN_FULL;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the library says.
 *
 * @param title the entry in one line
 * @param description more about it; may be empty
 * @param scenario how it comes about; for a scenario, and only for one
 */
@Schema(name = "LibraryEntryContent")
public record EntryContent(
        String title, String description, @Nullable ScenarioWords scenario) {

    private static final int LINE = 200;
    private static final int TEXT = 4000;

    public EntryContent {
        title = requireNonNullElse(title, "").strip();
        description = requireNonNullElse(description, "").strip();
    }

    /** This content, refused when it could not even be a draft of its kind. */
    EntryContent sound(EntryKind kind) {
        var found = new ArrayList<Violation>();
        if (title.isEmpty() || title.length() > LINE) {
            found.add(new Violation("/title", "the title has 1 to " + LINE + " characters"));
        }
        if (description.length() > TEXT) {
            found.add(new Violation("/description", "it is longer than " + TEXT + " characters"));
        }
        if (scenario != null) {
            if (kind != EntryKind.SCENARIO) {
                found.add(new Violation("/scenario", "it belongs to a scenario, not to a " + kind.word()));
            }
            scenario.faults(found);
        }
        if (!found.isEmpty()) {
            throw AN_ENTRY_SAYS_WHAT_IT_IS.violated(found);
        }
        return this;
    }

    /** This content, refused when others could not start from it yet. */
    EntryContent complete(EntryKind kind) {
        if (kind == EntryKind.SCENARIO) {
            var found = new ArrayList<Violation>();
            requireNonNullElse(
                            scenario, new ScenarioWords("", "", "", "", List.of(), "", List.of(), List.of(), List.of()))
                    .gaps(found);
            if (!found.isEmpty()) {
                throw A_SCENARIO_IN_USE_IS_TOLD_IN_FULL.violated(found);
            }
        }
        return this;
    }
}
