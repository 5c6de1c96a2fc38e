package isms.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The person or machine behind the request. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private @Nullable String subject;
    private @Nullable String tenant;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Subject id; names are looked up elsewhere and can be erased there. */
    public String subject() {
        String known = subject == null ? claim("sub") : subject;
        subject = known;
        return known;
    }

    /** The organization on whose behalf the caller acts; log lines of the request name it from now on. */
    public String tenant() {
        String known = tenant;
        if (known == null) {
            known = claim("tenant");
            tenant = known;
            MDC.put("tenant", known);
        }
        return known;
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    private String claim(String name) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw ProblemCode.UNAUTHENTICATED.because("This operation needs a bearer token, and the request has none.");
        }
        @Nullable Object value = token.getClaim(name);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new ProblemException(
                ProblemCode.FORBIDDEN,
                "The token has no claim \"" + name + "\".",
                "Sign in through the identity provider of this installation; its tokens name the subject and the organization.");
    }
}
