package isms.risk.risk;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an acceptance froze: the residual rating and the assessment that it came from.
 *
 * @param assessment which of the risk's assessments it was, from 1
 * @param assessedBy subject id of who assessed
 */
@Schema(name = "AcceptedRating")
public record AcceptedRating(
        @Schema(description = "Which of the risk's assessments it came from, from 1")
        int assessment,

        Instant assessedAt,

        @Schema(description = "Subject id of who assessed") String assessedBy,

        Applied applied,
        Analysis residual) {}
