package isms.platform.query;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the file of a rendered list in the place of the page: only here is its writer chosen by what it is, not by what was declared. */
public class ExportFilter {

    private static final Annotation[] NONE = {};

    private final CurrentVertxRequest current;

    ExportFilter(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerResponseFilter
    public void unwrap(ContainerResponseContext response) {
        if (response.getEntity() instanceof Page.Exported<?> exported) {
            Object content = exported.content();
            if (content instanceof Path file) {
                deleteOnceSent(file);
            }
            response.setEntity(content, NONE, response.getMediaType());
        }
    }

    private void deleteOnceSent(Path file) {
        RoutingContext request = current.getCurrent();
        request.addEndHandler(ended -> delete(file));
        if (request.response().closed()) {
            // the client has gone already, and nobody will tell
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
