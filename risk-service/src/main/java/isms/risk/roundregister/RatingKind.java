package isms.risk.roundregister;

import isms.risk.round.PicturedRisk;
import isms.risk.standing.RiskStanding.Level;
import org.jspecify.annotations.Nullable;

/** Which of its levels a risk is compared by. */
enum RatingKind {
    INHERENT {
        @Override
        @Nullable
        Level of(PicturedRisk risk) {
            return risk.inherent();
        }
    },
    CURRENT {
        @Override
        @Nullable
        Level of(PicturedRisk risk) {
            return risk.current();
        }
    },
    RESIDUAL {
        @Override
        @Nullable
        Level of(PicturedRisk risk) {
            return risk.residual();
        }
    };

    abstract @Nullable Level of(PicturedRisk risk);
}
