package isms.control.statementdocument;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the bytes of a file in the place of what stands for it: only here is their writer chosen by what they are, not by what was declared. */
public class FileFilter {

    private static final Annotation[] NONE = {};

    /** Stands for a file. */
    record Made(byte[] bytes) {}

    @ServerResponseFilter
    public void unwrap(ContainerResponseContext response) {
        if (response.getEntity() instanceof Made made) {
            response.setEntity(made.bytes(), NONE, response.getMediaType());
        }
    }
}
