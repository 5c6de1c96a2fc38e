package isms.control.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the lines of a version are.
 *
 * @param lines all lines
 * @param decided of them, those that are decided, by a person or by what needs them
 * @param annexA controls of Annex A of 2022
 * @param annexADecided of them, those that are decided
 * @param applicable lines whose control is necessary
 * @param conflicts lines that exclude what is needed
 * @param unjustified decided lines without the justification that they need
 */
@Schema(name = "StatementTally", description = "How far the lines of the version are")
public record Tally(
        int lines, int decided, int annexA, int annexADecided, int applicable, int conflicts, int unjustified) {

    static Tally of(Iterable<Line> all) {
        int lines = 0;
        int decided = 0;
        int annexA = 0;
        int annexADecided = 0;
        int applicable = 0;
        int conflicts = 0;
        int unjustified = 0;
        for (Line line : all) {
            lines++;
            decided += line.isDecided() ? 1 : 0;
            if (Reference.isOfAnnexA(line.reference())) {
                annexA++;
                annexADecided += line.isDecided() ? 1 : 0;
            }
            applicable += Boolean.TRUE.equals(line.applicable()) ? 1 : 0;
            conflicts += line.isInConflict() ? 1 : 0;
            unjustified += line.isDecided() && !line.isJustified() ? 1 : 0;
        }
        return new Tally(lines, decided, annexA, annexADecided, applicable, conflicts, unjustified);
    }

    /** Whether every line is decided and justified, and none excludes what is needed. */
    @JsonIgnore
    public boolean isComplete() {
        return decided == lines && conflicts == 0 && unjustified == 0;
    }
}
