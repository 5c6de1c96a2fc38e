package isms.platform.testing.thing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import isms.platform.document.Block.Facts;
import isms.platform.document.Block.Table;
import isms.platform.document.Cell;
import isms.platform.document.Column;
import isms.platform.document.Document;
import isms.platform.query.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Things as a document; it counts them again after what a test does in between. */
public final class ThingsDocument {

    /** What happens between two questions of one export; the export goes on when it has ended. */
    public static volatile Supplier<CompletableFuture<Void>> meanwhile = () -> CompletableFuture.completedFuture(null);

    private ThingsDocument() {}

    static Uni<Document> of(Mutiny.Session session, List<ThingRow> things, Asked asked) {
        Context here = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(meanwhile)
                .emitOn(next -> here.runOnContext(now -> next.run()))
                .chain(() -> counted(session, things, asked));
    }

    private static Uni<Document> counted(Mutiny.Session session, List<ThingRow> things, Asked asked) {
        return session.createSelectionQuery(
                        "select count(r) from ThingRow r where r.tenant = :tenant"
                                + " and r.validTo = isms.platform.readmodel.VersionedRow.OPEN_END",
                        Long.class)
                .setParameter("tenant", asked.organization())
                .getSingleResult()
                .map(count -> {
                    var facts = new ArrayList<>(asked.origin());
                    facts.addAll(asked.selection(things.size(), Map.of()));
                    facts.add(isms.platform.document.Block.Fact.of("Counted again", count + " things"));
                    return new Document(
                            asked.organization(),
                            "Things",
                            null,
                            "All things",
                            asked.subject(),
                            asked.at(),
                            true,
                            List.of(new Facts(facts)),
                            List.of(Table.of(
                                    "All things",
                                    List.of(
                                            new Column<ThingRow>("Key", 20, thing -> Cell.strong(thing.key)),
                                            new Column<>(
                                                    "Title",
                                                    80,
                                                    thing ->
                                                            Cell.of(thing.title).small(thing.note))),
                                    things)));
                });
    }
}
