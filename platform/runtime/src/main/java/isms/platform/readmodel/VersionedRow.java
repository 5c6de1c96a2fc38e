package isms.platform.readmodel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeRegistration;
import org.hibernate.type.SqlTypes;

/**
 * One version of one aggregate's representation: what a command answers, what the read model keeps and what a query
 * returns. A change closes the current row ({@code valid_to}) and inserts the next, so that any past moment can be asked.
 *
 * <p>Two time lines: {@code valid_*} is what was recorded (the truth of the trail), {@code stated_*} is what imported facts
 * claim. They differ only for imported history.
 */
@MappedSuperclass
@JdbcTypeRegistration(value = JsonColumn.class, registrationCode = SqlTypes.JSON)
public abstract class VersionedRow extends PanacheEntityBase implements Cloneable {

    /** The {@code valid_to} of a current row. */
    public static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    /** Position of the fact that made this version: unique, and what makes the projection idempotent. */
    @Id
    @JsonIgnore
    public long position;

    @JsonIgnore
    public String tenant;

    @Schema(description = "Identity of the aggregate (UUIDv7)")
    public UUID id;

    @Schema(description = "The key that people use; works in every path", examples = "RISK-42")
    @Column(name = "key")
    public String key;

    /** Number within tenant and kind, from 1; orders keys as people expect. */
    @JsonIgnore
    public long number;

    @Schema(description = "Version of the aggregate: the ETag, and what If-Match takes")
    public long version;

    public Instant createdAt;

    public Instant updatedAt;

    @Schema(description = "Whether the latest change was imported with a time that the client stated")
    public boolean imported;

    @JsonIgnore
    public Instant validFrom;

    @JsonIgnore
    public Instant validTo = OPEN_END;

    @JsonIgnore
    public Instant statedFrom;

    @JsonIgnore
    public Instant statedTo = OPEN_END;

    @Override
    public VersionedRow clone() {
        try {
            return (VersionedRow) super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
