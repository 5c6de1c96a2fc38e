package isms.risk.quantification;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.apache.commons.rng.LongJumpableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Dice that something recorded has of its own under a seed: whatever is simulated beside it, its draws are the same. All 256
 * bits of the generator's state are a digest of seed and identity; that two of them ever meet is out of the question.
 */
final class OwnDice {

    private OwnDice() {}

    static LongJumpableUniformRandomProvider of(long seed, UUID identity) {
        try {
            ByteBuffer state = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(ByteBuffer.allocate(3 * Long.BYTES)
                            .putLong(seed)
                            .putLong(identity.getMostSignificantBits())
                            .putLong(identity.getLeastSignificantBits())
                            .array()));
            long[] words = {state.getLong(), state.getLong(), state.getLong(), state.getLong()};
            return (LongJumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(words);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
