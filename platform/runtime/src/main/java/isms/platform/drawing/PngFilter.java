package isms.platform.drawing;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the bytes in the place of the picture: only here is their writer chosen by what they are, not by what was declared. */
public class PngFilter {

    private static final Annotation[] NONE = {};

    @ServerResponseFilter
    public void unwrap(ContainerResponseContext response) {
        if (response.getEntity() instanceof Png(byte[] bytes)) {
            response.setEntity(bytes, NONE, response.getMediaType());
        }
    }
}
