package isms.platform.testing;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Access tokens as the identity provider would issue them, for a service under {@link IsmsInfrastructure}. */
public final class Tokens {

    private Tokens() {}

    /** A token of a person or machine of an organization. */
    public static String of(String tenant, String subject, String... roles) {
        return Jwt.claims()
                .issuer("https://isms.test")
                .subject(subject)
                .audience("isms-api")
                .claim("tenant", tenant)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(Duration.ofHours(1))
                .jws()
                .sign(Keys.privateKey());
    }

    /** A token that names no organization. */
    public static String withoutTenant(String subject, String... roles) {
        return Jwt.claims()
                .issuer("https://isms.test")
                .subject(subject)
                .audience("isms-api")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(Duration.ofHours(1))
                .jws()
                .sign(Keys.privateKey());
    }

    /** A token that was valid an hour ago. */
    public static String expired(String tenant, String subject, String... roles) {
        return Jwt.claims()
                .issuer("https://isms.test")
                .subject(subject)
                .audience("isms-api")
                .claim("tenant", tenant)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(java.time.Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(java.time.Instant.now().minus(Duration.ofHours(1)))
                .jws()
                .sign(Keys.privateKey());
    }
}
