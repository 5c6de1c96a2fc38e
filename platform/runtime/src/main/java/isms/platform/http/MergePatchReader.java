package isms.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isms.platform.decider.Violation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Reads {@link MergePatch} bodies. */
@Provider
@Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
public class MergePatchReader implements MessageBodyReader<MergePatch> {

    private final ObjectMapper json;

    MergePatchReader(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch readFrom(
            Class<MergePatch> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        JsonNode tree = json.readTree(body);
        if (tree instanceof ObjectNode patch) {
            return new MergePatch(patch, json);
        }
        String detail = "A merge patch is a JSON object with the fields to change.";
        throw new ProblemException(ProblemCode.MALFORMED_BODY, detail, List.of(new Violation("", detail)));
    }
}
