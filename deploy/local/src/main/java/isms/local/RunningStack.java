package isms.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running stack tells the other commands: its supervisor, its ports and whether it is ready.
 *
 * @param ready everything is up, and the demonstration is in
 */
record RunningStack(ProcessHandle supervisor, Ports ports, boolean ready) {

    private static final String SUPERVISOR = "supervisor";

    static Optional<RunningStack> in(Layout layout) {
        Optional<ProcessHandle> supervisor = Processes.remembered(layout.pid(SUPERVISOR));
        if (supervisor.isEmpty() || !Files.exists(file(layout))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file(layout))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String name : Ports.usual().byName().keySet()) {
            String port = properties.getProperty("port." + name);
            if (port != null) {
                ports.put(name, Integer.parseInt(port));
            }
        }
        return Optional.of(new RunningStack(
                supervisor.get(), new Ports(ports), Boolean.parseBoolean(properties.getProperty("ready"))));
    }

    void write(Layout layout) {
        Properties properties = new Properties();
        ports.byName().forEach((name, port) -> properties.setProperty("port." + name, Integer.toString(port)));
        properties.setProperty("ready", Boolean.toString(ready));
        try {
            Path next = layout.run().resolve("stack.next");
            try (OutputStream out = Files.newOutputStream(next)) {
                properties.store(out, null);
            }
            Files.move(
                    next,
                    file(layout),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Processes.remember(layout.pid(SUPERVISOR), supervisor);
    }

    static void gone(Layout layout) {
        Processes.forget(layout.pid(SUPERVISOR));
        Processes.forget(file(layout));
    }

    private static Path file(Layout layout) {
        return layout.run().resolve("stack.properties");
    }
}
