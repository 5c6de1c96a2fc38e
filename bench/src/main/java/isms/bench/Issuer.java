package isms.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import isms.platform.infrastructure.FreePorts;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * An OpenID provider as far as services need one: metadata, keys, and signed tokens. What services do with a token is the
 * same as with one of Keycloak, which would only cost memory here.
 */
final class Issuer implements AutoCloseable {

    private static final String PATH = "/realms/isms";

    private final HttpServer server;
    private final KeyPair keys;
    private final String address;

    private Issuer(HttpServer server, KeyPair keys, String address) {
        this.server = server;
        this.keys = keys;
        this.address = address;
    }

    static Issuer start() throws IOException, GeneralSecurityException {
        int port = FreePorts.next();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var issuer = new Issuer(server, generator.generateKeyPair(), "http://127.0.0.1:" + port + PATH);
        server.createContext(
                PATH + "/.well-known/openid-configuration", exchange -> answer(exchange, issuer.metadata()));
        server.createContext(PATH + "/keys", exchange -> answer(exchange, issuer.keySet()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return issuer;
    }

    String address() {
        return address;
    }

    String token(String tenant, String subject, String... roles) {
        return Jwt.claims()
                .issuer(address)
                .subject(subject)
                .audience("isms-api")
                .claim("tenant", tenant)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(Duration.ofHours(4))
                .jws()
                .keyId("bench")
                .sign(keys.getPrivate());
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorization", "introspection_endpoint": "%1$s/introspection",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(address);
    }

    private String keySet() {
        var key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys": [{"kty": "RSA", "kid": "bench", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}
                """.formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
