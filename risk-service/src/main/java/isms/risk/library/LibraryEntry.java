package isms.risk.library;

import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An entry of the organization's library as readers see it (RSK-17). */
@Entity
@Table(name = "library_entry")
@Schema(name = "LibraryEntry")
public class LibraryEntry extends VersionedRow {

    @Schema(enumeration = {"threat", "vulnerability", "scenario"})
    public String kind;

    @Schema(enumeration = {"draft", "in-use", "retired"})
    public String status;

    public String title;

    public String description;

    @Schema(description = "Id in the starting set that it was adopted from", nullable = true, examples = "MFG-01")
    public String origin;

    @Schema(nullable = true)
    public String category;

    @Schema(description = "What a scenario affects: confidentiality, integrity, availability, safety")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> affects = List.of();

    @Schema(description = "Controls that a scenario suggests")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> controls = List.of();

    @Schema(description = "How a scenario comes about, and what is suggested for it", nullable = true)
    @JdbcTypeCode(SqlTypes.JSON)
    public ScenarioWords scenario;

    @Schema(nullable = true)
    public String retiredBecause;

    void write(EntryContent content) {
        title = content.title();
        description = content.description();
        ScenarioWords words = content.scenario();
        scenario = words;
        category = words == null ? null : words.category();
        affects = words == null ? List.of() : words.affects();
        controls = words == null ? List.of() : words.controls();
    }
}
