package isms.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes on a connection, for what no well-behaved client would send. */
final class Wire implements AutoCloseable {

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(8_000);
    }

    Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    Wire chunk(int size) throws IOException {
        byte[] filler = new byte[size];
        java.util.Arrays.fill(filler, (byte) ' ');
        socket.getOutputStream().write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(filler);
        socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** What came until this text was seen. */
    String until(String text) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!seen.toString(StandardCharsets.ISO_8859_1).contains(text)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Closed after: " + seen.toString(StandardCharsets.ISO_8859_1));
            }
            seen.write(next);
        }
        return seen.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
