package isms.acceptance;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids as clients make them (UUIDv7), so that a repeated creation is recognized. */
final class Ids {

    private Ids() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long most = System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(0x1000);
        long least = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(most, least).toString();
    }
}
