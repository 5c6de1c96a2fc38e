package isms.platform.query;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes lists that were rendered as files. A writer of anything, of any media type, on purpose: the framework looks writers up by the
 * declared type, which for a {@code RestResponse} is Object, and lets their media types count as offers of every operation.
 */
@Provider
public class ExportWriter implements MessageBodyWriter<Object> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Page.Exported.class;
    }

    @Override
    public void writeTo(
            Object page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(((Page.Exported<?>) page).file());
    }
}
