package isms.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an operator may set. Durations and sizes are written as in any Quarkus configuration: {@code 30s}, {@code 1M}. */
@ConfigMapping(prefix = "isms.gateway")
public interface GatewayConfig {

    /** By name of the service, as people read it in readiness and in refusals. */
    Map<String, Route> routes();

    /** The largest body that is passed on, whether it announces its length or arrives in chunks. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** The largest body where whole registers come in: at addresses that end with {@code /imports}. */
    @WithDefault("16M")
    MemorySize maxImport();

    /** The largest file that is kept as it is: at addresses that end with {@code /files}. */
    @WithDefault("100M")
    MemorySize maxFile();

    /** As {@link #timeLimit}, where whole files come in: their answer comes when every row is in. */
    @WithDefault("100s")
    Duration importTimeLimit();

    /** From the last byte that the service sent (at first: from the request) until the gateway gives up on it. */
    @WithDefault("30s")
    Duration timeLimit();

    @WithDefault("2s")
    Duration connectLimit();

    /**
     * Connections kept to each service; requests beyond them wait, and beyond {@link #waiting} they are refused at once. Few of
     * both: what waits behind hundreds of others is answered so late that its caller has given up.
     */
    @WithDefault("64")
    int connections();

    @WithDefault("128")
    int waiting();

    /** Header names that begin with one of these are ours alone: what a client sends under them is dropped. */
    @WithDefault("x-isms-,x-internal-")
    List<String> internalHeaders();

    /** Whether metrics are shown to other hosts; for a scraper inside a cluster whose way in does not lead to {@code /q}. */
    @WithDefault("false")
    boolean openMetrics();

    RateLimit rateLimit();

    Description description();

    interface Route {
        URI url();

        /** Path prefixes; {@code shown=served} where the service serves another one than the gateway shows. */
        List<String> paths();
    }

    interface RateLimit {
        Allowance client();

        Allowance tenant();

        /** Clients and tenants remembered at once, each; the longest unseen are forgotten first. */
        @WithDefault("20000")
        int remembered();
    }

    /** A bucket: refilled steadily, so many a second, and never fuller than the burst. */
    interface Allowance {
        long perSecond();

        long burst();
    }

    interface Description {
        @WithDefault("ISMS API")
        String title();

        @WithDefault("30s")
        Duration refresh();

        /** The address that the merged document names as the server: relative, so that it is true wherever it is read from. */
        @WithDefault("/")
        String server();
    }
}
