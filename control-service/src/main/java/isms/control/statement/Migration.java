package isms.control.statement;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What was taken over from a statement by the 2013 edition, to be undone while the version is a draft.
 *
 * @param before the lines that it has changed, as they were
 * @param lines what it made of them
 */
record Migration(List<Line> before, List<MigratedLine> lines) {

    static Migration of(Lines before, List<MigratedLine> lines) {
        return new Migration(
                lines.stream()
                        .map(line -> Objects.requireNonNullElseGet(
                                before.line(line.reference()), () -> Line.open(line.reference(), null)))
                        .toList(),
                lines);
    }

    /** The lines without it. What a person has decided on a line since then stays, and so does what makes its control necessary. */
    List<Line> undone(Lines now) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> {
                    Line line = Objects.requireNonNull(now.line(lines.get(i).reference()));
                    return Objects.equals(line.decision(), lines.get(i).decision())
                            ? before.get(i).needed(line.needs())
                            : line.from(before.get(i).lineage());
                })
                .toList();
    }
}
