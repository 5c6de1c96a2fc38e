package isms.control.statementdocument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import isms.control.statement.Justification;
import isms.control.statement.Lineage;
import isms.control.statement.Need;
import isms.control.statement.VersionEntry;
import isms.control.statementregister.StatementLine;
import isms.control.statementregister.StatementReading.Whole;
import isms.platform.people.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a statement says, without anything of when and by whom it was asked for, and without its status: an approved version
 * has the same digest for ever, also when another has superseded it.
 *
 * <p>The canonical form is JSON in UTF-8 without white space, names of members in the order of their code units, absent values left
 * out, moments in RFC 3339.
 */
@Schema(name = "StatementContent", description = "What the version says; what the digest is made of")
record Snapshot(
        String organization,
        UUID statementId,
        @Schema(examples = "SOA-1") String statement,
        UUID scopeId,
        String scope,
        @Schema(examples = "ISO/IEC 27001:2022") String standard,
        int version,
        @JsonIgnore String status,
        @Nullable Subject submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Subject approvedBy,
        @Nullable Instant approvedAt,
        boolean delegated,
        List<Subject> authors,
        List<Entry> lines) {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** A line of it. */
    @Schema(name = "StatementContentLine")
    record Entry(
            String reference,
            @Schema(examples = "A.8.5") String control,
            String title,
            @Nullable String theme,
            @Nullable Boolean applicable,
            List<Justification> justifications,
            List<Need> needs,
            @Nullable String exclusion,
            @Nullable String status,
            List<String> controls,
            List<String> risks,
            @Nullable String note,
            List<Lineage> lineage,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static Entry of(StatementLine line) {
            return new Entry(
                    line.reference,
                    line.control,
                    line.title,
                    line.theme,
                    line.applicable,
                    line.justifications,
                    line.needs,
                    line.exclusion,
                    line.status,
                    line.controls,
                    line.risks,
                    line.note,
                    line.lineage,
                    line.decidedBy,
                    line.decidedAt);
        }
    }

    static Snapshot of(Whole whole) {
        VersionEntry version = whole.version();
        return new Snapshot(
                whole.statement().tenant,
                whole.statement().id,
                whole.statement().key,
                whole.statement().scopeId,
                whole.statement().scopeName,
                "ISO/IEC 27001:2022",
                version.number(),
                version.status(),
                version.submittedBy(),
                version.submittedAt(),
                version.approvedBy(),
                version.approvedAt(),
                version.delegated(),
                version.authors(),
                whole.lines().stream().map(Entry::of).toList());
    }

    /** The bytes that the digest is made of. */
    byte[] canonical() {
        try {
            return CANONICAL.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** SHA-256 of the canonical form, in hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
