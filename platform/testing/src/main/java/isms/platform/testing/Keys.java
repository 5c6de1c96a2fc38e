package isms.platform.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The key pair that signs tokens in tests: one per JVM, shared by all class loaders through system properties. */
final class Keys {

    private static final String PRIVATE = "isms.testing.private-key";
    private static final String PUBLIC = "isms.testing.public-key";

    private Keys() {}

    static synchronized PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(property(PRIVATE))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** X.509, base64: the form of {@code quarkus.oidc.public-key}. */
    static synchronized String publicKey() {
        return property(PUBLIC);
    }

    private static String property(String name) {
        @Nullable String known = System.getProperty(name);
        if (known != null) {
            return known;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    PRIVATE,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            return System.getProperty(name);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
