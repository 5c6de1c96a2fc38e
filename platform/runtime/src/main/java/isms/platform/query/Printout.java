package isms.platform.query;

import io.smallrye.mutiny.Uni;
import isms.platform.document.Document;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** How the rows of a list become a document. */
@FunctionalInterface
public interface Printout<R> {

    /**
     * @param session of the transaction in which the rows were read: what else is read in it is of the same moment
     * @param rows all that match, in the order asked for
     * @param asked who asked for what
     */
    Uni<Document> of(Mutiny.Session session, List<R> rows, Asked asked);
}
