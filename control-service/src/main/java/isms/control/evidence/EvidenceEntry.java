package isms.control.evidence;

import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A piece of evidence as readers see it (CTL-8). */
@Entity
@Table(name = "evidence")
@Schema(name = "Evidence")
public class EvidenceEntry extends VersionedRow {

    @Schema(description = "Identity of the control that it is evidence of")
    public UUID controlId;

    @Enumerated(EnumType.STRING)
    public EvidenceKind kind;

    public String title;

    @Schema(nullable = true)
    public String description;

    @Schema(description = "Of a file: SHA-256 of its content, in hexadecimal", nullable = true)
    public String sha256;

    @Schema(description = "Of a file: in bytes", nullable = true)
    public Long size;

    @Schema(nullable = true)
    public String fileName;

    @Schema(nullable = true)
    public String mediaType;

    @Schema(description = "Of a link: where it is", nullable = true)
    public String link;

    @Schema(description = "Of a result: what it showed", nullable = true)
    @Enumerated(EnumType.STRING)
    public MachineResult.Outcome outcome;

    @Schema(description = "Of a result: which machine found it", nullable = true)
    public String tool;

    @Schema(nullable = true)
    public String detail;

    @Schema(description = "When it was collected")
    public Instant collectedAt;

    @Schema(description = "Number of the edition that stands, from 1")
    public int edition;

    @Schema(description = "Subject id of who, or which machine, provided this edition")
    public String providedBy;

    @Schema(description = "All editions, the first one first; none of them ever changes")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<EvidenceEdition> editions = List.of();

    void stand(EvidenceItem item, int number, String by, Instant at) {
        kind = item.kind();
        title = item.title();
        description = item.description();
        sha256 = item.file() == null ? null : item.file().sha256();
        size = item.file() == null ? null : item.file().size();
        fileName = item.fileName();
        mediaType = item.mediaType();
        link = item.link();
        outcome = item.result() == null ? null : item.result().outcome();
        tool = item.result() == null ? null : item.result().tool();
        detail = item.result() == null ? null : item.result().detail();
        collectedAt = item.at();
        edition = number;
        providedBy = by;
        editions = Stream.concat(editions.stream(), Stream.of(new EvidenceEdition(number, item, by, at, null)))
                .toList();
    }

    void supersede(String reason) {
        editions = editions.stream()
                .map(each -> each.edition() == edition ? each.superseded(reason) : each)
                .toList();
    }
}
