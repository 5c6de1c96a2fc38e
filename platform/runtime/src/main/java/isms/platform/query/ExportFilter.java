package isms.platform.query;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the file of a rendered list in the place of the page: only here is its writer chosen by what it is, not by what was declared. */
public class ExportFilter {

    private static final Annotation[] NONE = {};

    @ServerResponseFilter
    public void unwrap(ContainerResponseContext response) {
        if (response.getEntity() instanceof Page.Exported<?> exported) {
            response.setEntity(exported.file(), NONE, response.getMediaType());
        }
    }
}
