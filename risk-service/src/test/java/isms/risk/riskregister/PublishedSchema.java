package isms.risk.riskregister;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** NIST's schema of a plan of action and milestones. */
public final class PublishedSchema {

    private static final String RESOURCE = "schema/json/oscal-poam_schema.json";

    private PublishedSchema() {}

    public static List<Error> faults(String document) throws IOException {
        // another library, which reads documents, has schemas of the same name that are not written for a validator
        URL published = Thread.currentThread()
                .getContextClassLoader()
                .resources(RESOURCE)
                .filter(url -> url.getPath().contains("gov/nist"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(RESOURCE));
        try (InputStream in = published.openStream()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON)
                    .validate(document, InputFormat.JSON);
        }
    }
}
