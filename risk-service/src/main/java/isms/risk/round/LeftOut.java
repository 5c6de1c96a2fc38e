package isms.risk.round;

import java.util.List;
import java.util.UUID;

/** Risks that a round did not assess again, for one reason. */
public record LeftOut(List<UUID> risks, String reason) {

    public LeftOut {
        risks = List.copyOf(risks);
    }
}
