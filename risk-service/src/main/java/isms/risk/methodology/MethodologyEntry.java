package isms.risk.methodology;

import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A methodology in the inventory (RSK-1), with all its versions. */
@Entity
@Table(name = "methodology")
@Schema(name = "Methodology")
public class MethodologyEntry extends VersionedRow {

    @Schema(description = "Title of the version in use, else of the latest")
    public String title;

    @Schema(enumeration = {"qualitative", "semi-quantitative", "quantitative"})
    public String kind;

    @Schema(
            description = "`in-use` once a version is in use, else how far the first one has come",
            enumeration = {"draft", "submitted", "approved", "in-use"})
    public String status;

    @Schema(description = "The version that assessments are made with", nullable = true)
    public Integer inUseVersion;

    @Schema(description = "The latest version, in whatever state it is")
    public int latestVersion;

    @Schema(description = "All versions, the latest last")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<MethodologyVersion> versions = List.of();

    /** The version with this number. */
    public MethodologyVersion version(int number) {
        return versions.get(number - 1);
    }

    void begin(MethodologyVersion version) {
        var all = new ArrayList<>(versions);
        all.add(version);
        summarize(all);
    }

    void change(int number, UnaryOperator<MethodologyVersion> change) {
        var all = new ArrayList<>(versions);
        all.set(number - 1, change.apply(version(number)));
        summarize(all);
    }

    private void summarize(List<MethodologyVersion> all) {
        versions = List.copyOf(all);
        latestVersion = all.size();
        var inUse = all.stream()
                .filter(each -> each.status() == VersionStatus.IN_USE)
                .findFirst();
        inUseVersion = inUse.map(MethodologyVersion::version).orElse(null);
        MethodologyVersion shown = inUse.orElse(all.getLast());
        status = shown.status().word();
        title = shown.content().title();
    }
}
