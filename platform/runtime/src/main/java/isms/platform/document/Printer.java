package isms.platform.document;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Prints documents as PDF: paged, tagged for readers that speak (PDF/UA), with fonts inside for every script that it knows.
 * The same document gives the same bytes.
 *
 * <p>Laying out takes a processor and, for a thousand rows, about 200 MB: one document at a time, the others wait.
 */
@Singleton
public class Printer {

    private static final String STYLES = text("document.css");
    private static final String PRODUCER = "ISMS";

    private final ExecutorService press = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "printer");
        thread.setDaemon(true);
        return thread;
    });

    void stop(@Observes ShutdownEvent end) {
        press.shutdownNow();
    }

    /** Prints when a press is free. */
    public CompletableFuture<byte[]> print(Document document) {
        return CompletableFuture.supplyAsync(() -> printed(document), press);
    }

    /** Prints here and now. */
    public static byte[] printed(Document document) {
        var out = new ByteArrayOutputStream(1 << 16);
        try {
            var builder = new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .defaultTextDirection(TextDirection.LTR)
                    .useUriResolver((base, uri) -> null)
                    .withProducer(PRODUCER)
                    .withW3cDocument(Markup.of(document, STYLES), null)
                    .toStream(out);
            for (Font font : Font.values()) {
                builder.useFont(font::open, font.family(), font.weight(), FontStyle.NORMAL, true);
            }
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                PDDocument pdf = renderer.getPdfDocument();
                sameEveryTime(pdf, document);
                pdf.save(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What would change from one printing to the next comes from the document. */
    private static void sameEveryTime(PDDocument pdf, Document document) {
        PDDocumentInformation about = pdf.getDocumentInformation();
        Calendar made = calendar(document.madeAt());
        about.setCreationDate(made);
        about.setModificationDate(made);
        about.setCreator(PRODUCER);
        about.setSubject(document.subject());
        pdf.setDocumentId(document.madeAt().toEpochMilli());
    }

    private static Calendar calendar(Instant moment) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(moment.toEpochMilli());
        return calendar;
    }

    private static String text(String resource) {
        try (InputStream in = Printer.class.getResourceAsStream("/isms/platform/document/" + resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
