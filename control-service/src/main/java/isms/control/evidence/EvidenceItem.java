package isms.control.evidence;

import isms.platform.decider.Command;
import isms.platform.decider.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a piece of evidence. It never changes.
 *
 * @param file of the kind file: what was stored; null as long as nothing was
 * @param fileName of the kind file: how people call it
 * @param mediaType of the kind file: what it is
 * @param link of the kind link: where it is
 * @param result of the kind result: what a machine found
 * @param at when it was collected
 */
public record EvidenceItem(
        EvidenceKind kind,
        String title,
        @Nullable String description,
        @Nullable StoredFile file,
        @Nullable String fileName,
        @Nullable String mediaType,
        @Nullable String link,
        @Nullable MachineResult result,
        Instant at) {

    /** What provides it as evidence of a control. */
    public Command<Evidence, EvidenceEvent> provided(UUID control) {
        return new ProvideEvidence(control, this);
    }

    /** This item, refused when it is not what its kind asks for. */
    EvidenceItem checked() {
        var faults = new ArrayList<Violation>();
        if (title.isBlank()) {
            faults.add(new Violation("/title", "the title is missing"));
        }
        switch (kind) {
            case FILE -> {
                if (file == null) {
                    throw EvidenceRule.A_FILE_IS_UPLOADED_FIRST.violated(
                            List.of(new Violation("/sha256", "no file with this digest is stored here")));
                }
            }
            case LINK -> {
                if (!isWebAddress(link)) {
                    faults.add(new Violation("/link", "a link begins with https:// or http:// and names a host"));
                }
            }
            case RESULT -> {
                if (result == null || result.tool().isBlank()) {
                    faults.add(new Violation("/tool", "a result has an outcome, and names the tool"));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw EvidenceRule.EVIDENCE_IS_WHAT_IT_SAYS.violated(faults);
        }
        return this;
    }

    private static boolean isWebAddress(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            var uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
