package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.line;
import static isms.platform.oscal.OscalJson.lines;
import static isms.platform.oscal.OscalJson.object;

import isms.platform.oscal.OscalJson;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has become of a risk, as OSCAL logs it. */
final class OscalLog {

    private OscalLog() {}

    /** What the register itself knows of the past; all of it stands in the history of the risk. */
    static List<Object> of(RiskRegisterEntry risk, List<TreatmentPlanEntry> plans, OscalParties parties) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(risk.createdAt, "Registered", null, null, null));
        if (risk.assessedAt != null) {
            entries.add(new Entry(
                    risk.assessedAt, "Assessed", null, parties.loggedBy(risk.assessedBy, OscalParties.ASSESSOR), null));
        }
        if (risk.acceptedAt != null) {
            entries.add(new Entry(
                    risk.acceptedAt,
                    "Residual risk accepted",
                    risk.acceptanceJustification,
                    parties.loggedBy(risk.acceptedBy, OscalParties.ACCEPTOR),
                    null));
        }
        if (risk.acceptanceEndedAt != null) {
            entries.add(new Entry(
                    risk.acceptanceEndedAt,
                    "Acceptance ended: " + risk.acceptance,
                    risk.acceptanceEndedBecause,
                    null,
                    null));
        }
        risk.flags.forEach(
                flag -> entries.add(new Entry(flag.flaggedAt(), "Flagged for reassessment", flag.what(), null, null)));
        if (risk.reassessmentOverdueAt != null) {
            entries.add(new Entry(risk.reassessmentOverdueAt, "Reassessment overdue", null, null, null));
        }
        for (TreatmentPlanEntry plan : plans) {
            if (plan.approvedAt != null) {
                entries.add(new Entry(
                        plan.approvedAt,
                        "Treatment plan " + plan.key + " approved",
                        null,
                        parties.loggedBy(plan.approvedBy, OscalParties.RISK_OWNER),
                        OscalRemediation.id(plan)));
            }
            if (plan.completedAt != null) {
                entries.add(new Entry(
                        plan.completedAt,
                        "Treatment plan " + plan.key + " completed",
                        null,
                        null,
                        OscalRemediation.id(plan)));
            }
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries.stream().<Object>map(entry -> entry.of(risk.id)).toList();
    }

    private record Entry(
            Instant at,
            String title,
            @Nullable String description,
            @Nullable List<Object> by,
            @Nullable String response) {

        Map<String, Object> of(UUID risk) {
            return object(
                    "uuid",
                    OscalJson.id(risk, "log " + at + " " + title + " " + description),
                    "title",
                    line(title),
                    "description",
                    description == null || description.isBlank() ? null : lines(description),
                    "start",
                    at.toString(),
                    "logged-by",
                    by,
                    "related-responses",
                    response == null ? null : List.of(object("response-uuid", response)));
        }
    }
}
