package isms.control.evidence;

import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import isms.platform.security.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes evidence of what is offered: finds the file behind a digest, and says when it was collected. */
@Singleton
public class EvidenceDesk {

    private final EvidenceFiles files;
    private final Caller caller;
    private final Clock clock;

    EvidenceDesk(EvidenceFiles files, Caller caller, Clock clock) {
        this.files = files;
        this.caller = caller;
        this.clock = clock;
    }

    public EvidenceItem item(EvidenceOffer offer) {
        Instant now = clock.instant();
        Instant at = offer.at() == null ? now : offer.at();
        if (at.isAfter(now)) {
            throw EvidenceRule.EVIDENCE_IS_WHAT_IT_SAYS.violated(
                    List.of(new Violation("/at", "it cannot have been collected in the future")));
        }
        return switch (offer.kind()) {
            case FILE -> file(offer, at);
            case LINK -> item(offer, null, offer.link(), null, at);
            case RESULT ->
                item(
                        offer,
                        null,
                        null,
                        offer.outcome() == null || offer.tool() == null
                                ? null
                                : new MachineResult(
                                        offer.outcome(), offer.tool().strip(), offer.detail()),
                        at);
        };
    }

    private EvidenceItem file(EvidenceOffer offer, Instant at) {
        String digest = offer.sha256();
        StoredFile stored =
                digest == null ? null : files.find(caller.tenant(), digest).orElse(null);
        return item(offer, stored, null, null, at);
    }

    private static EvidenceItem item(
            EvidenceOffer offer,
            @Nullable StoredFile file,
            @Nullable String link,
            @Nullable MachineResult result,
            Instant at) {
        boolean isFile = offer.kind() == EvidenceKind.FILE;
        return new EvidenceItem(
                offer.kind(),
                offer.title().strip(),
                offer.description(),
                file,
                isFile ? requireNonNullElse(offer.fileName(), offer.title()) : null,
                isFile ? requireNonNullElse(offer.mediaType(), "application/octet-stream") : null,
                link,
                result,
                at);
    }
}
