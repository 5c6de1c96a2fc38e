package isms.control.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.testing.Given;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-8: evidence never changes; it is superseded")
class EvidenceTest {

    private static final EvidenceType TYPE = new EvidenceType();

    @Test
    @DisplayName("CTL-8: evidence is provided once, and superseded with a reason by its next edition")
    void editions() {
        var control = SampleEvidenceFacts.CONTROL;
        Given.nothing(TYPE)
                .when(SampleEvidenceFacts.FILE.provided(control))
                .then(new EvidenceEvent.EvidenceProvided(control, SampleEvidenceFacts.FILE))
                .when(new SupersedeEvidence(SampleEvidenceFacts.RESULT, "Newer"))
                .then(new EvidenceEvent.EvidenceSuperseded(control, 2, SampleEvidenceFacts.RESULT, "Newer"))
                .when(new SupersedeEvidence(SampleEvidenceFacts.RESULT, "Newer"))
                .thenNothing()
                .when(new SupersedeEvidence(SampleEvidenceFacts.FILE, " "))
                .refusedBy(EvidenceRule.SUPERSEDING_SAYS_WHY, "/reason");
        Given.facts(TYPE, new EvidenceEvent.EvidenceProvided(control, SampleEvidenceFacts.FILE))
                .when(SampleEvidenceFacts.RESULT.provided(control))
                .refusedBy(EvidenceRule.EVIDENCE_IS_PROVIDED_ONCE);
        Given.nothing(TYPE)
                .when(new SupersedeEvidence(SampleEvidenceFacts.RESULT, "Newer"))
                .refusedBy(EvidenceRule.ONLY_PROVIDED_EVIDENCE_IS_SUPERSEDED);
    }

    @Test
    @DisplayName("CTL-8: a link names a host, a result its tool, a file what was uploaded")
    void kinds() {
        for (String address : List.of("ftp://host/x", "javascript:alert(1)", "https:///x", "no link", "")) {
            Given.nothing(TYPE)
                    .when(SampleEvidenceFacts.link(address).provided(SampleEvidenceFacts.CONTROL))
                    .refusedBy(EvidenceRule.EVIDENCE_IS_WHAT_IT_SAYS, "/link");
        }
        Given.nothing(TYPE)
                .when(SampleEvidenceFacts.link("https://backup.example/7").provided(SampleEvidenceFacts.CONTROL))
                .then(facts -> assertThat(facts).hasSize(1));
        Instant at = SampleEvidenceFacts.FILE.at();
        Given.nothing(TYPE)
                .when(new EvidenceItem(EvidenceKind.RESULT, " ", null, null, null, null, null, null, at)
                        .provided(SampleEvidenceFacts.CONTROL))
                .refusedBy(EvidenceRule.EVIDENCE_IS_WHAT_IT_SAYS, "/title", "/tool");
        Given.nothing(TYPE)
                .when(new EvidenceItem(EvidenceKind.FILE, "File", null, null, "f", null, null, null, at)
                        .provided(SampleEvidenceFacts.CONTROL))
                .refusedBy(EvidenceRule.A_FILE_IS_UPLOADED_FIRST, "/sha256");
    }

    @Test
    @DisplayName("CTL-8: RFC 9530 writes a digest in base64")
    void repr_digest() {
        assertThat(EvidenceResource.digest("md5=:AAAA:, sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:"))
                .isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        assertThat(EvidenceResource.digest("sha-512=:AAAA:")).isNull();
    }
}
