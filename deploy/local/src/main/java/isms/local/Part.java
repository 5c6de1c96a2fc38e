package isms.local;

import java.nio.file.Path;
import java.util.List;

/** One server of the stack: a process of its own with a port, a log and a way to tell that it is ready. */
interface Part {

    /** As in the log's file name and in {@code ./isms logs <name>}. */
    String name();

    /** Names of the parts that must be ready before this one starts. */
    List<String> needs();

    /** Starts and returns when it is ready to serve. */
    void start() throws PartFailed;

    boolean isReady();

    /** The process to watch; only after {@link #start()}. */
    ProcessHandle process();

    /** Stops cleanly and for good, also when it is just being started; does nothing when it does not run. */
    void stop();

    /** What a person opens or connects to. */
    String address();

    Path log();

    /** What an earlier run left behind when it was killed; answers whether there was anything. */
    boolean stopLeftover();
}
