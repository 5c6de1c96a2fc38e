package isms.control.mapping;

import isms.control.mapping.Mapping.Standing;
import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization's own mapping as readers see it (CTL-2). */
@Entity
@Table(name = "framework_mapping")
@Schema(name = "OwnFrameworkMapping")
public class MappingEntry extends VersionedRow {

    @Schema(examples = "nist-csf-2.0")
    public String fromFramework;

    @Schema(examples = "PR.DS-11")
    public String fromRequirement;

    @Schema(examples = "iso-27001-2022")
    public String toFramework;

    @Schema(examples = "A.8.13")
    public String toRequirement;

    @Schema(enumeration = {"equal", "subset-of", "superset-of", "intersects-with"})
    public String relationship;

    @Schema(description = "From 1, hardly, to 10, without doubt", nullable = true)
    public Integer strength;

    public String rationale;

    @Schema(description = "Who says so")
    public String source;

    @Schema(enumeration = {"in-force", "withdrawn"})
    public String status;

    @Schema(description = "The requirement between, where a suggestion was confirmed", nullable = true)
    public String via;

    @Schema(nullable = true)
    public String withdrawnBecause;

    void connect(String from, String to) {
        fromFramework = Mapping.framework(from);
        fromRequirement = Mapping.requirement(from);
        toFramework = Mapping.framework(to);
        toRequirement = Mapping.requirement(to);
    }

    void judge(MappingContent content) {
        relationship = content.relationship().word();
        strength = content.strength();
        rationale = content.rationale();
        source = content.source();
        status = "in-force";
        withdrawnBecause = null;
    }

    /** As all mappings are shown. */
    public Mapping mapping() {
        return new Mapping(
                fromFramework + ":" + fromRequirement,
                toFramework + ":" + toRequirement,
                Relationship.of(relationship),
                strength,
                rationale,
                source,
                Standing.OWN,
                via,
                key,
                id);
    }
}
