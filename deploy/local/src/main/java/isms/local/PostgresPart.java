package isms.local;

import isms.platform.infrastructure.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with a database for each service. */
final class PostgresPart implements Part {

    private final Layout layout;
    private final int port;
    private final List<String> databases;
    private @Nullable PostgresServer server;
    private boolean stopped;

    PostgresPart(Layout layout, int port, List<String> databases) {
        this.layout = layout;
        this.port = port;
        this.databases = databases;
    }

    @Override
    public String name() {
        return Ports.POSTGRES;
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public synchronized void start() throws PartFailed {
        if (stopped) {
            throw new PartFailed("PostgreSQL is being stopped.");
        }
        try {
            PostgresServer started = PostgresServer.start(PostgresServer.Settings.temporary()
                    .dataIn(layout.data(name()))
                    .at(port)
                    .logTo(log())
                    .outlivingTheJvm());
            server = started;
            Processes.remember(layout.pid(name()), process());
            databases.forEach(started::createServiceDatabase);
        } catch (IllegalStateException e) {
            throw new PartFailed(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean isReady() {
        return Probe.accepts(port);
    }

    @Override
    public synchronized ProcessHandle process() {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return ProcessHandle.of(server.pid()).orElseThrow();
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (server != null) {
            server.stop();
            server = null;
            Processes.forget(layout.pid(name()));
        }
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Path log() {
        return layout.log(name());
    }

    @Override
    public boolean stopLeftover() {
        return PostgresServer.stopLeftover(layout.data(name()));
    }
}
