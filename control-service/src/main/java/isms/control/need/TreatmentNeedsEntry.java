package isms.control.need;

import isms.control.need.NeedEvent.TreatmentNeedsHeard;
import isms.platform.readmodel.VersionedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a treatment plan needs, as readers see it (CTL-10). Its id is that of the plan. */
@Entity
@Table(name = "treatment_needs")
@Schema(name = "TreatmentNeeds")
public class TreatmentNeedsEntry extends VersionedRow {

    @Schema(enumeration = {"standing", "ended"})
    public String status;

    @Schema(description = "Key of the plan that people use", examples = "PLAN-7")
    public String planKey;

    @Schema(description = "The plan in one line")
    public String title;

    @Schema(description = "Identity of the risk that the plan treats")
    public UUID riskId;

    @Schema(description = "Identity of the context that the risk is in", nullable = true)
    public UUID contextId;

    @Schema(description = "The controls as the plan names them")
    @JdbcTypeCode(SqlTypes.JSON)
    public List<PlannedControl> controls = List.of();

    @Schema(nullable = true)
    public String endedBecause;

    void hear(TreatmentNeedsHeard heard) {
        status = "standing";
        planKey = heard.key();
        title = heard.title();
        riskId = heard.risk();
        contextId = heard.context();
        controls = heard.controls();
    }

    void end(String reason) {
        status = "ended";
        endedBecause = reason;
    }
}
