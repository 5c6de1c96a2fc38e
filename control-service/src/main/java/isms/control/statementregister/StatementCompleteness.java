package isms.control.statementregister;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.control.statement.Need;
import isms.control.statement.Tally;
import isms.control.statementregister.StatementReading.Whole;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a version lacks before it can be submitted (CTL-11).
 *
 * @param statement its key
 * @param tally how far its lines are
 * @param gaps line by line
 */
@Schema(name = "StatementCompleteness")
public record StatementCompleteness(
        @Schema(examples = "SOA-1") String statement,
        int version,
        String status,

        @Schema(description = "Whether it can be submitted as it is")
        boolean complete,

        Tally tally,
        List<Gap> gaps) {

    /** What is wrong with a line. */
    enum Lack {
        DECISION("decision"),
        JUSTIFICATION("justification"),
        CONFLICT("conflict");

        private final String word;

        Lack(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    @Schema(name = "StatementGap")
    record Gap(
            @Schema(examples = "A.8.5") String control,
            String title,

            @Schema(description = "A decision or a justification is missing; or it excludes what is needed")
            Lack lacks,

            @Schema(description = "What to do about it") String detail,

            @Schema(description = "What makes the control necessary")
            List<Need> needs) {}

    static StatementCompleteness of(Whole whole) {
        List<Gap> gaps = whole.lines().stream()
                .filter(line -> line.gap != null)
                .map(line -> new Gap(line.control, line.title, lack(line), line.gap, line.needs))
                .toList();
        return new StatementCompleteness(
                whole.statement().key,
                whole.version().number(),
                whole.version().status(),
                gaps.isEmpty(),
                whole.version().tally(),
                gaps);
    }

    private static Lack lack(StatementLine line) {
        if (line.conflict) {
            return Lack.CONFLICT;
        }
        return line.decided ? Lack.JUSTIFICATION : Lack.DECISION;
    }
}
