package isms.platform.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import isms.platform.http.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file and how they were written: as its first bytes say, as the client says, else as UTF-8, and when it
 * cannot be that, as Windows-1252, which spreadsheet programs of western Europe write.
 */
record Text(String characters, Charset encoding) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Text of(byte[] bytes, @Nullable String stated) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, UTF_16BE);
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            throw Rows.unreadable(
                    "It is not text but a packed file, XLSX perhaps: send it with the Content-Type of what it is.");
        }
        if (stated != null) {
            return decoded(bytes, 0, charset(stated));
        }
        String text = decode(bytes, 0, UTF_8);
        return text != null ? sound(text, UTF_8) : decoded(bytes, 0, WINDOWS);
    }

    private static Text decoded(byte[] bytes, int from, Charset encoding) {
        String text = decode(bytes, from, encoding);
        if (text == null) {
            throw Rows.unreadable("Its characters are not written in " + encoding
                    + ". Name their encoding, for example Content-Type: text/csv; charset=windows-1252.");
        }
        return sound(text, encoding);
    }

    private static Text sound(String text, Charset encoding) {
        int at = text.indexOf('\0');
        if (at >= 0) {
            throw Rows.unreadable("It is not text: the character " + (at + 1) + " is a null character.");
        }
        return new Text(text, encoding);
    }

    private static @Nullable String decode(byte[] bytes, int from, Charset encoding) {
        try {
            return encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw ProblemCode.INVALID_PARAMETER.because("There is no character encoding \"" + name
                    + "\". Known are utf-8, utf-16, windows-1252, iso-8859-1 and others.");
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
