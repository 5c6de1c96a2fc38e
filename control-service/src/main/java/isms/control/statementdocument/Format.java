package isms.control.statementdocument;

import isms.platform.http.MediaTypes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** What a version can be had as. */
enum Format {
    JSON(MediaType.APPLICATION_JSON, "json"),
    CSV(MediaTypes.CSV, "csv"),
    XLSX(MediaTypes.XLSX, "xlsx"),
    PDF(MediaTypes.PDF, "pdf"),
    DOCX(Format.DOCX_TYPE, "docx"),
    OSCAL(MediaTypes.OSCAL, "oscal.json");

    static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MediaType type;
    private final String extension;

    Format(String type, String extension) {
        this.type = MediaType.valueOf(type);
        this.extension = extension;
    }

    MediaType type() {
        return type;
    }

    String extension() {
        return extension;
    }

    /** What the client likes best. */
    static Format asked(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            for (Format format : values()) {
                if (accepted.isCompatible(format.type)) {
                    return format;
                }
            }
        }
        return JSON;
    }
}
