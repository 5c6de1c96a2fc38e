package isms.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bucket per client and one per tenant, so that neither a script that runs wild nor one organization takes the system from the others.
 * Each replica of the gateway counts for itself.
 */
@Singleton
class RateLimits {

    private final Kind clients;
    private final Kind tenants;
    private final String policy;

    @Inject
    RateLimits(GatewayConfig config) {
        GatewayConfig.RateLimit limit = config.rateLimit();
        clients = new Kind("client", limit.client(), limit.remembered());
        tenants = new Kind("tenant", limit.tenant(), limit.remembered());
        policy = clients.policy() + ", " + tenants.policy();
    }

    Verdict take(Client client) {
        ConsumptionProbe own = clients.take(client.key());
        StringBuilder left = new StringBuilder(48);
        clients.describe(own, left);
        if (!own.isConsumed()) {
            return new Verdict(left.toString(), policy, "client", seconds(own.getNanosToWaitForRefill()));
        }
        String tenant = client.tenant();
        if (tenant != null) {
            ConsumptionProbe shared = tenants.take(tenant);
            tenants.describe(shared, left.append(", "));
            if (!shared.isConsumed()) {
                return new Verdict(left.toString(), policy, "tenant", seconds(shared.getNanosToWaitForRefill()));
            }
        }
        return new Verdict(left.toString(), policy, null, 0);
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999L));
    }

    /**
     * @param left the RateLimit header: what remains, and the seconds until the bucket is full again
     * @param exhausted whose limit is used up, or null when the request may pass
     */
    record Verdict(String left, String policy, @Nullable String exhausted, long retryAfter) {}

    private static final class Kind {

        private final String name;
        private final GatewayConfig.Allowance allowance;
        private final Cache<String, Bucket> buckets;

        Kind(String name, GatewayConfig.Allowance allowance, int remembered) {
            this.name = name;
            this.allowance = allowance;
            // a bucket that nobody touched for as long as it takes to fill is the same as a new one
            Duration full = Duration.ofSeconds(1 + allowance.burst() / allowance.perSecond());
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(remembered)
                    .expireAfterAccess(full.plusMinutes(1))
                    .executor(Runnable::run)
                    .build();
        }

        ConsumptionProbe take(String key) {
            Bucket bucket = buckets.getIfPresent(key);
            if (bucket == null) {
                bucket = buckets.get(
                        key,
                        missing -> Bucket.builder()
                                .addLimit(Bandwidth.builder()
                                        .capacity(allowance.burst())
                                        .refillGreedy(allowance.perSecond(), Duration.ofSeconds(1))
                                        .build())
                                .build());
            }
            return bucket.tryConsumeAndReturnRemaining(1);
        }

        void describe(ConsumptionProbe probe, StringBuilder to) {
            to.append('"')
                    .append(name)
                    .append("\";r=")
                    .append(probe.getRemainingTokens())
                    .append(";t=")
                    .append(seconds(probe.getNanosToWaitForReset()));
        }

        /** As many as pass in the time that an empty bucket takes to fill. */
        String policy() {
            return "\"" + name + "\";q=" + allowance.burst() + ";w="
                    + Math.max(1, Math.ceilDiv(allowance.burst(), allowance.perSecond()));
        }
    }
}
