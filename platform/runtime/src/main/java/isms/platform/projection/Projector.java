package isms.platform.projection;

import isms.platform.decider.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a read model: applies facts to its tables. A CDI {@code @Singleton} of a service; found by being one.
 *
 * <p>Its effects belong to the transaction of the given connection and to nothing else, so that they happen exactly once.
 * It names its tables without a schema: a rebuild lets the same code fill empty twins of them in another schema.
 */
public interface Projector {

    /** Lower-kebab, unique within the service, stored: never changes, for example {@code risk-register}. */
    String name();

    /** Whether the facts of this stored type ({@link isms.platform.decider.Fact#type()}) concern it. */
    boolean wants(String kind, String type);

    /** The tables that it and no other projector writes; what a rebuild fills anew. Empty when it keeps none. */
    List<String> tables();

    /**
     * Applies facts in log order. Called with those that it wants, each once; after a failure again with a part of them,
     * everything done before having been rolled back.
     *
     * @param memory what it kept there in the transactions before
     * @throws SQLException as the driver throws it; what may pass by itself (a lost connection, a deadlock) is tried
     *     again, anything else parks the aggregate of the fact
     */
    void project(Connection connection, List<Recorded<?>> facts, Memory memory) throws SQLException;

    /**
     * What {@link #project} would do with the same facts, when memory alone can tell; then it is done in one round trip.
     *
     * @return null when the tables must be looked at first, or when one of the facts cannot be projected
     */
    default @Nullable Changes changes(List<Recorded<?>> facts, Memory memory) {
        return null;
    }

    /** How a rebuild fills the empty table with one aggregate after another; null when it is filled in the order of the log. */
    default @Nullable ByAggregate byAggregate() {
        return null;
    }

    /** All rows of an aggregate made of its facts alone, each once and as it stays: for a table whose rows depend on nothing else. */
    interface ByAggregate {

        /** Whose facts they are; {@link Projector#wants} wants all of this kind and no other. */
        String kind();

        /** The statement that takes what {@link #append} gives: {@code copy … from stdin} in text format. */
        String copy(Connection connection) throws SQLException;

        /**
         * @param facts of one aggregate, from its first, in order
         * @throws RuntimeException when one of them cannot be projected; then {@link Projector#project} finds out which
         */
        void append(StringBuilder lines, List<Recorded<?>> facts);
    }

    /**
     * What is to be written, and what is to be remembered once it is.
     *
     * @param writes in this order
     */
    record Changes(List<Write> writes, Map<?, ?> remembered) {

        /** A statement, or several divided by semicolons, with a text for each of its parameters. */
        public record Write(String sql, List<String> parameters) {}
    }
}
