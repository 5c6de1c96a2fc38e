package isms.platform.messaging;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The JSON Schemas of the published language, read from the classpath once. */
@Singleton
class Schemas {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when there is no schema of this type */
    void require(String type) {
        schemas.computeIfAbsent(type, this::load);
    }

    /** @throws IllegalArgumentException naming what is wrong, when the data are not as the schema of the type says */
    void check(String type, String data) {
        var errors = schemas.computeIfAbsent(type, this::load).validate(data, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(type + " is not as its schema says: "
                    + errors.stream().limit(5).map(Error::toString).collect(Collectors.joining("; ")));
        }
    }

    private Schema load(String type) {
        var resource = "schemas/" + type + ".json";
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + resource + " on the classpath");
            }
            return registry.getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
