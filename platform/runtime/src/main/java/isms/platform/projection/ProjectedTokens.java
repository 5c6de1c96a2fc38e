package isms.platform.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Tells one of Axon Framework's processors where it is by looking at where its projections are: each writes its own position
 * with what it projects ({@link Projection}), and that alone is the truth. What is stored here is the claim between replicas,
 * and is therefore stored only so often.
 *
 * <p>Also between two batches the projections may go back: a database that crashed may have lost their last transactions,
 * which do not wait for the disk. The processor, which reads on from where it remembers to be, would then leave
 * out what was lost. So each renewal of the claim looks, as {@link Projection#advance} does.
 */
final class ProjectedTokens extends JdbcTokenStore {

    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final JdbcTransactions transactions;
    private final List<Projection> projections;

    /** Of the one thread of the processor. */
    private long stored = System.nanoTime() - REST_NANOS;

    private long position;

    /** @param projections all that the processor advances */
    ProjectedTokens(Builder builder, JdbcTransactions transactions, List<Projection> projections) {
        super(builder);
        this.transactions = transactions;
        this.projections = projections;
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        super.fetchToken(processor, segment);
        position = lowest();
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        if (token != null) {
            position = token.position().orElse(position);
        }
        long now = System.nanoTime();
        if (now - stored > REST_NANOS) {
            super.storeToken(token, processor, segment);
            stored = now;
        }
    }

    @Override
    public void extendClaim(String processor, int segment) {
        // and not super.extendClaim(), which would call fetchToken() of here
        super.fetchToken(processor, segment);
        long lowest = lowest();
        if (lowest < position) {
            throw Projection.wentBack(processor, position, lowest);
        }
    }

    private long lowest() {
        try (var connection = transactions.getConnection()) {
            return Projection.lowest(connection, projections);
        } catch (SQLException e) {
            throw new TemporarilyUnavailable("the positions of the projections cannot be read", e);
        }
    }
}
