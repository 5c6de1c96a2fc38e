package isms.gateway;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.JsonFormatter;

/** Logs as one JSON object a line, for collectors, with all that the diagnostic context holds. */
@Singleton
class JsonLogs {

    private static final int FIRST = 1;

    private final boolean wanted;

    JsonLogs(@ConfigProperty(name = "isms.log.json", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void start(@Observes @Priority(FIRST) StartupEvent starting) {
        if (wanted) {
            for (Handler handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
                handler.setFormatter(new JsonFormatter());
            }
        }
    }
}
