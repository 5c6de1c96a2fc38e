package isms.local;

import isms.local.demo.Demonstration;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Starts everything, says where it is, and stays until it is told to stop. */
@Command(name = "up", description = "Starts the stack and stays until Ctrl-C.")
final class Up implements Callable<Integer> {

    enum PortChoice {
        usual,
        auto
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LocalStack stack;

    @Option(names = "--detach", description = "Return when everything is ready; ./isms down stops it.")
    private boolean detach;

    @Option(names = "--fresh", description = "Delete all data first.")
    private boolean fresh;

    @Option(names = "--no-demo", description = "Start without the demonstration organization.")
    private boolean noDemonstration;

    @Option(names = "--ports", defaultValue = "usual", description = "usual (8080 and so on) or auto (any free ones).")
    private PortChoice choice = PortChoice.usual;

    @Override
    public Integer call() throws Exception {
        Layout layout = stack.layout();
        Optional<RunningStack> running = RunningStack.in(layout);
        if (running.isPresent()) {
            Console.say("The stack is running already (process "
                    + running.get().supervisor().pid() + "). ./isms status shows it, ./isms down stops it.");
            if (fresh) {
                Console.say("It must be down before its data are deleted.");
                return 1;
            }
            return 0;
        }
        stopLeftovers(layout, Ports.usual());
        if (fresh) {
            Console.say("Deleting the data in " + layout.state());
            layout.wipe();
        }
        layout.create();
        return detach ? detached(layout) : supervised(layout);
    }

    private int supervised(Layout layout) {
        Ports ports = choice == PortChoice.auto ? Ports.free() : Ports.usual();
        List<String> taken = ports.taken();
        if (!taken.isEmpty()) {
            taken.forEach(System.err::println);
            System.err.println("End what uses it, or start with ./isms up --ports auto");
            return 1;
        }
        Instant begin = Instant.now();
        List<Part> parts = Parts.of(layout, ports);
        parts.forEach(part -> truncate(part.log()));
        Supervisor supervisor = new Supervisor(parts);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(layout, supervisor), "stop"));
        new RunningStack(ProcessHandle.current(), ports, false).write(layout);

        boolean first = !Files.exists(layout.data(Ports.KEYCLOAK));
        Console.say("Starting PostgreSQL, Kafka, Keycloak, the services and the gateway."
                + (first ? " The first start takes a minute: Keycloak sets itself up." : ""));
        try {
            Files.createDirectories(layout.data(Ports.KEYCLOAK));
            Parts.provideRealm(layout);
            supervisor.start();
        } catch (PartFailed | IOException e) {
            System.err.println("The stack did not start: " + e.getMessage());
            return 1;
        }
        Duration took = Duration.between(begin, Instant.now());
        demonstrate(layout, ports);
        new RunningStack(ProcessHandle.current(), ports, true).write(layout);
        Console.say(Welcome.text(ports, took));
        System.err.println("The stack is stopping: " + supervisor.awaitHopelessness());
        return 1;
    }

    private void demonstrate(Layout layout, Ports ports) {
        if (noDemonstration || Files.exists(layout.demonstrationDone())) {
            return;
        }
        Console.say("Putting in the demonstration organization through the public API ...");
        Instant begin = Instant.now();
        try {
            Demonstration.seed(URI.create(Parts.gatewayAddress(ports) + "/"), new Tokens(Parts.issuer(ports)));
            Files.createFile(layout.demonstrationDone());
            Console.say("  demonstration    ready in " + Console.seconds(Duration.between(begin, Instant.now())));
        } catch (RuntimeException | IOException e) {
            Console.say("  The demonstration is incomplete: " + e.getMessage()
                    + "\n  The stack is usable; ./isms up --fresh tries again.");
        }
    }

    private static void stop(Layout layout, Supervisor supervisor) {
        Console.say("Stopping ..." + layout.patienceWhenStopping());
        supervisor.stop();
        RunningStack.gone(layout);
        Console.say("Stopped. The data are kept in " + layout.state());
    }

    /** Runs the same in the background and passes on what it says until it is ready. */
    private int detached(Layout layout) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalStack.class.getName()));
        command.addAll(List.of(
                "--project",
                layout.project().toString(),
                "--state-dir",
                layout.state().toString()));
        command.addAll(List.of("up", "--ports", choice.name()));
        if (noDemonstration) {
            command.add("--no-demo");
        }
        Path log = layout.log("stack");
        truncate(log);
        Process child = new ProcessBuilder(command)
                .directory(layout.project().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try (RandomAccessFile said = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean alive = child.isAlive();
                boolean ready = alive
                        && RunningStack.in(layout).map(RunningStack::ready).orElse(false);
                pass(said);
                if (ready) {
                    // What it says last follows the mark by a moment.
                    Thread.sleep(300);
                    pass(said);
                    return 0;
                }
                if (!alive) {
                    return child.exitValue() == 0 ? 1 : child.exitValue();
                }
                Thread.sleep(100);
            }
        }
    }

    private static void pass(RandomAccessFile said) throws IOException {
        byte[] rest = new byte[(int) (said.length() - said.getFilePointer())];
        said.readFully(rest);
        System.out.print(new String(rest, StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** Stops what a supervisor that was killed has left running. */
    static boolean stopLeftovers(Layout layout, Ports ports) {
        boolean any = false;
        if (Files.isDirectory(layout.run())) {
            for (Part part : Parts.of(layout, ports).reversed()) {
                if (part.stopLeftover()) {
                    Console.say("Stopped " + part.name() + ", left over from an earlier run.");
                    any = true;
                }
            }
        }
        return any;
    }

    private static void truncate(Path log) {
        try {
            Files.write(log, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
