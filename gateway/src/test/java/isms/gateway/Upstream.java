package isms.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Two small services behind the gateway, a third that is away, and the key that signs tokens for all of them. */
public class Upstream implements QuarkusTestResourceLifecycleManager {

    private static final KeyPair KEYS = keys();
    private static final KeyPair STRANGERS_KEYS = keys();

    static final int CONNECTIONS = 8;
    static final int WAITING = 4;

    /** How often a path was asked for, whatever became of it. */
    static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();

    /** What streams of events wait for. */
    private static final Queue<Runnable> OPEN = new ConcurrentLinkedQueue<>();

    private static String issuer = "";

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        int alpha = serve(service("alpha", "The first"));
        issuer = "http://127.0.0.1:" + serve(Upstream::identityProvider);
        int beta = serve(service("beta", "The second"));
        return Map.ofEntries(
                Map.entry("isms.gateway.routes.alpha.url", "http://127.0.0.1:" + alpha),
                Map.entry("isms.gateway.routes.alpha.paths", "/api/v1/alphas"),
                Map.entry("isms.gateway.routes.beta.url", "http://127.0.0.1:" + beta),
                Map.entry(
                        "isms.gateway.routes.beta.paths",
                        "/api/v1/betas,/api/v1/alphas/of-beta,/api/v1/operations/beta=/api/v1/operations"),
                Map.entry("isms.gateway.routes.risk.url", "http://127.0.0.1:" + closedPort()),
                Map.entry("isms.gateway.routes.control.url", "http://127.0.0.1:" + closedPort()),
                Map.entry("isms.gateway.time-limit", "3s"),
                Map.entry("isms.gateway.connections", Integer.toString(CONNECTIONS)),
                Map.entry("isms.gateway.waiting", Integer.toString(WAITING)),
                Map.entry("isms.gateway.rate-limit.client.per-second", "1"),
                Map.entry("isms.gateway.rate-limit.client.burst", "10"),
                Map.entry("isms.gateway.rate-limit.tenant.per-second", "1"),
                Map.entry("isms.gateway.rate-limit.tenant.burst", "15"),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.oidc.auth-server-url", issuer));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A token of its own client and tenant, so that no test uses up another's limit. */
    static String token() {
        return token("tenant-" + UUID.randomUUID(), "user-" + UUID.randomUUID());
    }

    static String token(String tenant, String subject) {
        return sign(claims(tenant, subject).expiresIn(300));
    }

    static JwtClaimsBuilder claims(String tenant, String subject) {
        return Jwt.issuer(issuer)
                .audience("isms-api")
                .subject(subject)
                .claim("azp", "tests")
                .claim("tenant", tenant);
    }

    static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("key-1").sign(KEYS.getPrivate());
    }

    static String signedByAStranger(JwtClaimsBuilder claims) {
        return claims.jws().keyId("key-1").sign(STRANGERS_KEYS.getPrivate());
    }

    private int serve(io.vertx.core.Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                .requestHandler(handler);
        return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private io.vertx.core.Handler<HttpServerRequest> service(String name, String schema) {
        return request -> {
            String path = request.path();
            int times = ASKED.computeIfAbsent(request.method() + " " + path, first -> new AtomicInteger())
                    .incrementAndGet();
            if (path.equals("/q/health/ready")) {
                request.response().end("{}");
            } else if (path.equals("/q/openapi")) {
                request.response().end(description(name, schema).toBuffer());
            } else if (path.endsWith("/silent") || path.endsWith("/silent/imports")) {
                // the answer that never comes
                request.resume();
            } else if (path.endsWith("/slow/imports") || path.endsWith("/slow/files")) {
                request.resume();
                vertx.setTimer(4_000, late -> request.response().end("{}"));
            } else if (path.endsWith("/dies-once") && times == 1) {
                request.connection().close();
            } else if (path.endsWith("/not-modified")) {
                request.response().setStatusCode(304).putHeader("etag", "\"7\"").end();
            } else if (path.endsWith("/no-content")) {
                request.response().setStatusCode(204).end();
            } else if (path.endsWith("/events")) {
                request.response().setChunked(true).putHeader("content-type", "text/event-stream");
                request.response().write("data: one\n\n");
                OPEN.add(() -> request.response().end("data: two\n\n"));
            } else if (path.endsWith("/go-on")) {
                OPEN.forEach(Runnable::run);
                request.response().end();
            } else {
                echo(name, request);
            }
        };
    }

    private static void identityProvider(HttpServerRequest request) {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        request.response()
                .end(
                        request.path().endsWith("/keys")
                                ? new JsonObject()
                                        .put(
                                                "keys",
                                                new JsonArray()
                                                        .add(new JsonObject()
                                                                .put("kty", "RSA")
                                                                .put("alg", "RS256")
                                                                .put("use", "sig")
                                                                .put("kid", "key-1")
                                                                .put("n", base64(key.getModulus()))
                                                                .put("e", base64(key.getPublicExponent()))))
                                        .toBuffer()
                                : new JsonObject()
                                        .put("issuer", issuer)
                                        .put("jwks_uri", issuer + "/keys")
                                        .toBuffer());
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static void echo(String name, HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers()
                    .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
            request.response()
                    .setStatusCode(request.method().name().equals("POST") ? 201 : 200)
                    .putHeader("content-type", "application/json")
                    .putHeader("etag", "\"1\"")
                    .putHeader("keep-alive", "timeout=5")
                    .putHeader("x-frame-options", "SAMEORIGIN")
                    .putHeader("location", request.path() + "/1")
                    .end(new JsonObject()
                            .put("service", name)
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("length", body.length())
                            .put("headers", headers)
                            .toBuffer());
        });
    }

    /** Both services have a "Thing" of their own and a "Problem" in common. */
    private static JsonObject description(String name, String thing) {
        return new JsonObject("""
                {"openapi": "3.1.0", "info": {"title": "%1$s", "version": "1"},
                 "tags": [{"name": "things"}],
                 "security": [{"token": []}],
                 "paths": {
                   "/api/v1/%1$ss": {"get": {"operationId": "list", "responses": {
                     "200": {"description": "all", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                     "400": {"description": "no", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
                   "/api/v1/operations/queues": {"get": {"operationId": "queues", "responses": {"200": {"description": "operators only"}}}},
                   "/internal/%1$s": {"get": {"operationId": "internal", "responses": {"200": {"description": "never shown"}}}}},
                 "components": {
                   "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
                   "schemas": {
                     "Thing": {"type": "object", "description": "%2$s"},
                     "Problem": {"type": "object", "properties": {"status": {"type": "integer"}}}}}}
                """.formatted(name, thing));
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
