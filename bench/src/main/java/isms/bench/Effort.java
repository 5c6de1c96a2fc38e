package isms.bench;

import java.time.Duration;

/** How much time a run may take: whole, or a quick look that proves only that everything works. */
enum Effort {
    WHOLE,
    QUICK;

    Duration of(Duration whole) {
        return this == WHOLE ? whole : whole.dividedBy(4);
    }

    int rounds(int whole) {
        return this == WHOLE ? whole : 1;
    }
}
