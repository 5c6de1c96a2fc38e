package isms.platform.imports;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import isms.platform.http.MediaTypes;
import isms.platform.http.ProblemCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an {@link ImportFile}, as it is or out of a form. The size was limited before. */
@Provider
@Consumes({MediaTypes.CSV, MediaTypes.TSV, MediaTypes.XLSX, MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
public class ImportFileReader implements MessageBodyReader<ImportFile> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ImportFile.class;
    }

    @Override
    public ImportFile readFrom(
            Class<ImportFile> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        return mediaType.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                ? form(bytes, headers.getFirst(HttpHeaders.CONTENT_TYPE))
                : new ImportFile(bytes, mediaType, null, null);
    }

    private static ImportFile form(byte[] bytes, @Nullable String contentType) throws IOException {
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(bytes));
        request.headers().set(HttpHeaders.CONTENT_TYPE, contentType == null ? "" : contentType);
        HttpPostRequestDecoder parts = null;
        try {
            // in memory: it is there already
            parts = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8);
            return new ImportFile(
                    file(parts).get(),
                    typeOf(file(parts)),
                    text(parts.getBodyHttpData("mapping")),
                    text(parts.getBodyHttpData("defaults")));
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException
                | HttpPostRequestDecoder.TooManyFormFieldsException
                | HttpPostRequestDecoder.TooLongFormFieldException broken) {
            throw ProblemCode.MALFORMED_BODY.because("The body is not a well-formed multipart/form-data.");
        } finally {
            if (parts != null) {
                parts.destroy();
            }
        }
    }

    private static FileUpload file(HttpPostRequestDecoder parts) {
        if (parts.getBodyHttpData("file") instanceof FileUpload file) {
            return file;
        }
        throw ProblemCode.MALFORMED_BODY.because("The form has no part \"file\" with a file name.");
    }

    private static @Nullable String text(@Nullable InterfaceHttpData part) throws IOException {
        return switch (part) {
            case Attribute attribute -> attribute.getValue();
            case FileUpload file -> file.getString(StandardCharsets.UTF_8);
            case null, default -> null;
        };
    }

    /** Browsers and tools do not know what a CSV file is; its name says it. */
    private static MediaType typeOf(FileUpload file) {
        String name = String.valueOf(file.getFilename()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv", "txt" -> MediaType.valueOf(MediaTypes.CSV);
            case "tsv" -> MediaType.valueOf(MediaTypes.TSV);
            case "xlsx" -> MediaType.valueOf(MediaTypes.XLSX);
            case "json" -> MediaType.APPLICATION_JSON_TYPE;
            default -> MediaType.valueOf(file.getContentType());
        };
    }
}
