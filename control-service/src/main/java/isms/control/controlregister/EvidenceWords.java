package isms.control.controlregister;

import isms.control.evidence.EvidenceEvent;
import isms.control.evidence.EvidenceItem;
import isms.control.evidence.MachineResult;
import isms.platform.http.Names;
import org.jspecify.annotations.Nullable;

/** Facts of evidence as an auditor reads them. */
public final class EvidenceWords {

    private EvidenceWords() {}

    public static String of(EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.EvidenceProvided(var control, var item) ->
                "Provided for the control %s: %s".formatted(control, said(item));
            case EvidenceEvent.EvidenceSuperseded(var control, var edition, var item, var reason) ->
                "Superseded by edition %d, %s: %s".formatted(edition, said(item), reason);
        };
    }

    private static String said(EvidenceItem item) {
        return switch (item.kind()) {
            case FILE ->
                "the file \"%s\"%s"
                        .formatted(
                                item.title(),
                                item.file() == null
                                        ? ""
                                        : ", SHA-256 " + item.file().sha256());
            case LINK -> "the link \"%s\" to %s".formatted(item.title(), item.link());
            case RESULT -> "the result \"%s\"%s".formatted(item.title(), machine(item.result()));
        };
    }

    private static String machine(@Nullable MachineResult result) {
        return result == null ? "" : ", " + Names.kebab(result.outcome().name()) + " by " + result.tool();
    }
}
