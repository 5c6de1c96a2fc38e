package isms.risk.round;

import java.time.Instant;
import java.util.List;

/**
 * How the risks of a round stood when it was closed.
 *
 * @param takenAt when the register was read
 */
public record RoundPicture(Instant takenAt, List<PicturedRisk> risks) {

    public RoundPicture {
        risks = List.copyOf(risks);
    }
}
