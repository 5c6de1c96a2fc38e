package isms.control.controlregister;

import isms.control.control.ControlEntry;
import isms.control.control.Effectiveness;
import isms.control.control.TestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How effective a control was, from its definition on (CTL-7). */
@Schema(name = "ControlEffectivenessHistory")
public record EffectivenessHistory(
        UUID control,
        String key,
        String title,

        @Schema(description = "The moment up to which it goes")
        Instant until,

        @Schema(description = "From the first to the last") List<Span> spans,

        @Schema(description = "The tests, from the first to the last")
        List<TestResult> tests) {

    /** A time in which the effectiveness was the same. */
    @Schema(name = "ControlEffectivenessSpan")
    public record Span(
            Effectiveness effectiveness,
            Instant from,

            @Schema(description = "None for the last one") @Nullable
            Instant to) {}

    /** A version of the control, as far as it matters here. */
    record Version(
            Effectiveness effectiveness,
            Instant from,
            @Nullable TestResult test) {}

    /** Of the versions in order. */
    static EffectivenessHistory of(ControlEntry control, List<Version> versions, Instant until) {
        var spans = new ArrayList<Span>();
        var tests = new ArrayList<TestResult>();
        for (Version version : versions) {
            Span last = spans.isEmpty() ? null : spans.getLast();
            if (last == null || last.effectiveness() != version.effectiveness()) {
                if (last != null) {
                    spans.set(spans.size() - 1, new Span(last.effectiveness(), last.from(), version.from()));
                }
                spans.add(new Span(version.effectiveness(), version.from(), null));
            }
            TestResult test = version.test();
            if (test != null && (tests.isEmpty() || !tests.getLast().equals(test))) {
                tests.add(test);
            }
        }
        return new EffectivenessHistory(
                control.id, control.key, control.title, until, List.copyOf(spans), List.copyOf(tests));
    }
}
