package isms.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A server that is a command line. */
final class ProcessPart implements Part {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    // A JVM that writes its ahead-of-time cache ends some seconds after its program; on a busy machine, minutes.
    private static final Duration STOPPING = Duration.ofMinutes(3);

    /**
     * What to run and how to tell that it is ready.
     *
     * @param cache of the JVM that the command starts with, if it is one
     */
    record Launch(
            String name,
            List<String> needs,
            List<String> command,
            @Nullable AotCache cache,
            Map<String, String> environment,
            String address,
            BooleanSupplier ready) {}

    private final Layout layout;
    private final Launch launch;
    private @Nullable Process process;
    private boolean stopped;

    ProcessPart(Layout layout, Launch launch) {
        this.layout = layout;
        this.launch = launch;
    }

    @Override
    public String name() {
        return launch.name();
    }

    @Override
    public List<String> needs() {
        return launch.needs();
    }

    @Override
    public void start() throws PartFailed {
        Process started = launched();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            try {
                if (started.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new PartFailed(name() + " ended with exit code " + started.exitValue() + ".");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailed(name() + " was interrupted while it started.", e);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new PartFailed(name() + " was not ready within " + PATIENCE.toMinutes() + " minutes.");
            }
        }
    }

    private synchronized Process launched() throws PartFailed {
        if (stopped) {
            throw new PartFailed(name() + " is being stopped.");
        }
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(layout.project().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            Process started = builder.start();
            process = started;
            Processes.remember(layout.pid(name()), started.toHandle());
            return started;
        } catch (IOException e) {
            throw new PartFailed(name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(launch.command());
        if (launch.cache() != null) {
            launch.cache().discard();
            command.addAll(1, launch.cache().options());
        }
        return command;
    }

    @Override
    public boolean isReady() {
        return launch.ready().getAsBoolean();
    }

    @Override
    public synchronized ProcessHandle process() {
        if (process == null) {
            throw new IllegalStateException(name() + " was not started");
        }
        return process.toHandle();
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (process != null) {
            boolean byItself = Processes.end(process.toHandle(), STOPPING);
            process = null;
            if (launch.cache() != null && byItself) {
                launch.cache().keep();
            }
            Processes.forget(layout.pid(name()));
        }
    }

    @Override
    public String address() {
        return launch.address();
    }

    @Override
    public Path log() {
        return layout.log(name());
    }

    @Override
    public boolean stopLeftover() {
        return Processes.remembered(layout.pid(name()))
                .map(leftover -> {
                    Processes.end(leftover, STOPPING);
                    return true;
                })
                .orElse(false);
    }
}
