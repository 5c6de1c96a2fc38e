package isms.control.statementdocument;

import isms.control.statementdocument.Snapshot.Entry;
import isms.platform.document.Block;
import isms.platform.document.Block.Fact;
import isms.platform.document.Block.Facts;
import isms.platform.document.Block.Heading;
import isms.platform.document.Block.Note;
import isms.platform.document.Block.Table;
import isms.platform.document.Cell;
import isms.platform.document.Column;
import isms.platform.document.Document;
import isms.platform.document.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A version as a document to print and to sign. */
final class PrintedStatement {

    private static final List<Column<Entry>> COLUMNS = List.of(
            new Column<>("Control", 22, line -> Cell.strong(line.control()).plain(line.title())),
            new Column<>("Applies", 9, line -> Cell.of(Words.applicable(line))),
            new Column<>(
                    "Justification", 36, line -> Cell.of(Words.reasons(line)).small(line.note())),
            new Column<>("Status", 11, line -> Cell.of(Words.status(line))),
            new Column<>(
                    "Implemented by, risks",
                    15,
                    line -> Cell.of(line.controls())
                            .small(line.risks().isEmpty() ? null : String.join(", ", line.risks()))),
            new Column<>("2013", 7, line -> Cell.of(Words.lineage(line))));

    private PrintedStatement() {}

    static Document of(Snapshot snapshot, String digest, String askedBy, Instant at) {
        List<Fact> facts = new ArrayList<>();
        Words.facts(snapshot, digest).forEach((name, value) -> facts.add(Fact.of(name, value)));
        facts.add(Fact.of("Made at", Moments.second(at)));
        facts.add(Fact.of("Made by", askedBy));
        List<Block> cover = new ArrayList<>();
        cover.add(new Facts(facts));
        if (snapshot.approvedAt() == null) {
            cover.add(new Note("This version has not been approved: it is not in force."));
        } else if (snapshot.status().equals("superseded")) {
            cover.add(new Note("This version is no longer in force: a later one has superseded it."));
        }
        List<Block> content = new ArrayList<>();
        Words.byTheme(snapshot).forEach((theme, lines) -> {
            content.add(new Heading(theme));
            content.add(Table.of(theme + " with their applicability, justification and status", COLUMNS, lines));
        });
        return new Document(
                snapshot.organization(),
                Words.title(snapshot),
                snapshot.scope() + ", version " + snapshot.version(),
                "%s of %s in version %d, SHA-256 %s"
                        .formatted(Words.title(snapshot), snapshot.organization(), snapshot.version(), digest),
                askedBy,
                at,
                false,
                cover,
                content);
    }
}
