package isms.platform.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way from a client to PostgreSQL, which breaks when it is told to: everything passes until the client sends the
 * statements that end in a commit.
 */
final class Way implements AutoCloseable {

    enum Cut {
        NONE,
        /** The commit reaches the server; its answer reaches nobody. */
        AFTER_FORWARDING,
        /** The commit reaches nobody. */
        INSTEAD_OF_FORWARDING
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile Cut next = Cut.NONE;
    private volatile boolean refusing;

    Way(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    /** Breaks at the next commit, once. */
    void cutAtCommit(Cut cut) {
        next = cut;
    }

    /** Whether new connections are turned away. */
    void refuse(boolean refuse) {
        refusing = refuse;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                var onward = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(onward);
                var mute = new AtomicBoolean();
                Thread.ofVirtual().start(() -> carry(client, onward, true, mute));
                Thread.ofVirtual().start(() -> carry(onward, client, false, mute));
            } catch (IOException closed) {
                // the door is closed, or the server away: the client sees a connection that ends
            }
        }
    }

    private void carry(Socket from, Socket to, boolean watched, AtomicBoolean mute) {
        var buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                // the driver sends the text of a statement until it has used it five times
                boolean commits = watched && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("commit");
                var cut = commits ? next : Cut.NONE;
                if (cut != Cut.NONE) {
                    next = Cut.NONE;
                    cuts.incrementAndGet();
                }
                if (cut == Cut.INSTEAD_OF_FORWARDING) {
                    return;
                }
                if (cut == Cut.AFTER_FORWARDING) {
                    mute.set(true);
                }
                if (!watched && mute.get()) {
                    continue;
                }
                to.getOutputStream().write(buffer, 0, n);
                to.getOutputStream().flush();
                if (cut == Cut.AFTER_FORWARDING) {
                    // long enough for the server to carry it out
                    Thread.sleep(300);
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // either end is gone, and with it the way
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
