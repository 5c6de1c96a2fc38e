package isms.risk.context;

import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A context of risk assessment as readers see it (RSK-5). */
@Entity
@Table(name = "risk_context")
@Schema(name = "RiskContext")
public class ContextEntry extends VersionedRow {

    public String title;

    public String description;

    @Schema(enumeration = {"defined", "retired"})
    public String status;

    @Schema(description = "Identity of the methodology that rates the risks of the context", nullable = true)
    public UUID methodologyId;

    @Schema(nullable = true)
    public Instant methodologyChosenAt;

    @Schema(nullable = true)
    public String retiredBecause;

    void describe(ContextDescription words) {
        title = words.title();
        description = words.description();
    }
}
