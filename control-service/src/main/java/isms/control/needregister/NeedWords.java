package isms.control.needregister;

import static java.util.stream.Collectors.joining;

import isms.control.need.NeedEvent;
import isms.control.need.PlannedControl;

/** What was heard of treatment plans, as an auditor reads it. */
final class NeedWords {

    private NeedWords() {}

    static String of(NeedEvent event) {
        return switch (event) {
            case NeedEvent.TreatmentNeedsHeard heard ->
                "Treatment plan %s, \"%s\", was approved; it needs %s"
                        .formatted(
                                heard.key(),
                                heard.title(),
                                heard.controls().isEmpty()
                                        ? "no controls"
                                        : heard.controls().stream()
                                                .map(PlannedControl::reference)
                                                .collect(joining(", ")));
            case NeedEvent.TreatmentNeedsEnded(var reason) -> "The treatment plan was given up: " + reason;
        };
    }
}
