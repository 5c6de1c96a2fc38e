package isms.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Verifies bearer tokens locally against the keys of the identity provider. A token that was found good is remembered for a short time:
 * a client sends the same one thousands of times, and the signature check is the dearest thing that a request costs here. Its expiry
 * still counts to the millisecond, and a withdrawn signing key is noticed within {@link #REMEMBERED}.
 */
@Singleton
class Tokens {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int AT_MOST = 10_000;

    private final TenantIdentityProvider verifier;
    private final Cache<String, Client> known = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    @Inject
    Tokens(TenantIdentityProvider verifier) {
        this.verifier = verifier;
    }

    /** The client of a token that was verified a moment ago, or null. */
    @Nullable
    Client known(String token) {
        Client client = known.getIfPresent(token);
        return client != null && client.trustedUntil() > System.currentTimeMillis() ? client : null;
    }

    Uni<Client> verify(String token) {
        return verifier.authenticate(new AccessTokenCredential(token)).map(identity -> {
            Client client = clientOf(identity);
            known.put(token, client);
            return client;
        });
    }

    private static Client clientOf(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("A verified bearer token has no claims");
        }
        String application = token.containsClaim("azp") ? token.getClaim("azp") : "";
        String tenant = token.getClaim("tenant");
        return new Client(
                tenant + "|" + application + "|" + token.getSubject(), tenant, token.getExpirationTime() * 1000);
    }
}
