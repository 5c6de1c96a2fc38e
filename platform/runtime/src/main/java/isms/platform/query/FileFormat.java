package isms.platform.query;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A format that one list can be had in, beside those that every list has.
 *
 * @param mediaType by which clients ask for it
 * @param extension of the file's name, without dot
 * @param mostRows how many rows a file holds; they are in memory while it is made
 * @param name what people call such a file, with article
 */
public record FileFormat(String mediaType, String extension, int mostRows, String name) {

    /** What stands in a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes it on a thread that may take its time, after the transaction in which the rows were read. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** How the rows of a list become the content of a file. */
    @FunctionalInterface
    public interface Writing<R> {

        /**
         * @param session of the transaction in which the rows were read: what else is read in it is of the same moment
         * @param rows all that match, in the order asked for
         * @param asked who asked for what
         */
        Uni<? extends Content> of(Mutiny.Session session, List<R> rows, Asked asked);
    }
}
