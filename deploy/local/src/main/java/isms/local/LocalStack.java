package isms.local;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The commands of {@code ./isms} that need more than a shell: up, down, status, token. */
@Command(
        name = "./isms",
        subcommands = Up.class,
        description = "The whole system on this machine.",
        mixinStandardHelpOptions = true)
public final class LocalStack {

    @Option(names = "--project", hidden = true, scope = ScopeType.INHERIT, defaultValue = ".")
    Path project = Path.of(".");

    @Option(
            names = "--state-dir",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:ISMS_STATE_DIR:-.isms}",
            description = "Where data, logs and process ids are kept (default: .isms in the project).")
    Path state = Path.of(".isms");

    private LocalStack() {}

    public static void main(String[] args) {
        LocalStack stack = new LocalStack();
        CommandLine commands = new CommandLine(stack);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(failure.getMessage());
            return 1;
        });
        System.exit(commands.execute(args));
    }

    Layout layout() {
        Path root = project.toAbsolutePath().normalize();
        return new Layout(root, root.resolve(state).normalize());
    }

    @Command(name = "down", description = "Stops the stack; the data stay.")
    int down() {
        Layout layout = layout();
        Optional<RunningStack> running = RunningStack.in(layout);
        if (running.isPresent()) {
            ProcessHandle supervisor = running.get().supervisor();
            Console.say("Stopping the stack (process " + supervisor.pid() + ") ..." + layout.patienceWhenStopping());
            supervisor.destroy();
            if (!Processes.ended(supervisor, java.time.Duration.ofMinutes(10))) {
                supervisor.destroyForcibly();
            }
        }
        boolean leftovers = Up.stopLeftovers(layout, Ports.usual());
        RunningStack.gone(layout);
        Console.say(
                running.isPresent() || leftovers
                        ? "Stopped. The data are kept in " + layout.state()
                        : "The stack is not running.");
        return 0;
    }

    @Command(name = "status", description = "Says what runs, where, and whether it is ready.")
    int status() {
        Layout layout = layout();
        Optional<RunningStack> running = RunningStack.in(layout);
        if (running.isEmpty()) {
            Console.say("The stack is not running. Start it with ./isms up");
            return 3;
        }
        boolean all = true;
        for (Part part : Parts.of(layout, running.get().ports())) {
            Optional<ProcessHandle> process = Processes.remembered(layout.pid(part.name()));
            boolean ready = process.isPresent() && part.isReady();
            all &= ready;
            Console.say("%-16s %-9s %-10s %s"
                    .formatted(
                            part.name(),
                            ready ? "ready" : process.isPresent() ? "not ready" : "stopped",
                            process.map(found -> "pid " + found.pid()).orElse("-"),
                            part.address()));
        }
        return all ? 0 : 4;
    }

    @Command(name = "token", description = "Prints an access token of a user, for example: ./isms token ines")
    int token(@Parameters(paramLabel = "<user>") String user) {
        Optional<RunningStack> running = RunningStack.in(layout());
        if (running.isEmpty()) {
            System.err.println("The stack is not running. Start it with ./isms up");
            return 3;
        }
        try {
            Console.say(new Tokens(Parts.issuer(running.get().ports())).token(user));
            return 0;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.err.println("Users: " + String.join(", ", People.names()));
            return 1;
        }
    }
}
