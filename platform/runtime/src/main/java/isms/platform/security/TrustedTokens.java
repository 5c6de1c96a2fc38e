package isms.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers bearer tokens that were verified a moment ago: a client sends the same one thousands of times, and its signature
 * is among the dearest things of a request. Their expiry still counts to the second, and a signing key that was withdrawn is
 * noticed within {@link #REMEMBERED}. What is not remembered goes on to the OIDC extension.
 */
@Singleton
class TrustedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int AT_MOST = 10_000;

    private final Cache<String, SecurityIdentity> known = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();
    private final Counter spared;

    TrustedTokens(MeterRegistry meters) {
        spared = Counter.builder("isms.tokens.remembered")
                .description("Requests whose token was verified a moment before")
                .register(meters);
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the OIDC extension's own provider, which has the default; among equals the order is not told. */
    @Override
    public int priority() {
        return 2 * SYSTEM_FIRST;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var identity = request.getToken() instanceof AccessTokenCredential
                ? known.getIfPresent(request.getToken().getToken())
                : null;
        if (identity == null || !isCurrent(identity)) {
            return Uni.createFrom().nullItem();
        }
        spared.increment();
        return Uni.createFrom().item(identity);
    }

    private static boolean isCurrent(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && token.getExpirationTime() * 1_000 > System.currentTimeMillis();
    }

    /** Takes note of what was verified; without its attributes, which speak of the one request that brought it. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var credential = identity.getCredential(AccessTokenCredential.class);
        if (credential != null
                && identity.getPrincipal() instanceof JsonWebToken
                && known.getIfPresent(credential.getToken()) == null) {
            known.put(
                    credential.getToken(),
                    QuarkusSecurityIdentity.builder()
                            .setPrincipal(identity.getPrincipal())
                            .addRoles(identity.getRoles())
                            .addCredential(credential)
                            .build());
        }
        return Uni.createFrom().item(identity);
    }
}
