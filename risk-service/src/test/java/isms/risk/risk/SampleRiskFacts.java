package isms.risk.risk;

import isms.risk.criteria.Authority;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.SampleCriteria;
import isms.risk.risk.RiskEvent.AcceptanceBecameStale;
import isms.risk.risk.RiskEvent.AcceptanceExpired;
import isms.risk.risk.RiskEvent.AcceptanceRevoked;
import isms.risk.risk.RiskEvent.OpportunityDecided;
import isms.risk.risk.RiskEvent.ReassessmentFlagDismissed;
import isms.risk.risk.RiskEvent.ReassessmentFlagged;
import isms.risk.risk.RiskEvent.ReassessmentOverdue;
import isms.risk.risk.RiskEvent.ResidualRiskAccepted;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskDescribed;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskRetired;
import isms.risk.risk.RiskEvent.RiskStartedFromScenario;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** One of each. */
public final class SampleRiskFacts {

    private SampleRiskFacts() {}

    public static List<RiskEvent> all() {
        return List.of(
                new RiskRegistered(
                        RiskKind.THREAT, SampleRisks.RANSOMWARE, SampleRisks.CONTEXT, SampleRisks.OWNER.subject()),
                new RiskDescribed(SampleRisks.described("Ransomware stops the plant")),
                new RiskHandedOver(SampleRisks.STRANGER.subject(), SampleRisks.OWNER.subject()),
                assessed(),
                new RiskRetired("Remote maintenance access has been removed"),
                new ReassessmentOverdue(LocalDate.of(2027, 1, 31), SampleRisks.OWNER.subject()),
                new ReassessmentFlagged(SampleRisks.FLAG),
                new ReassessmentFlagDismissed(
                        SampleRisks.FLAG.source(), SampleRisks.FLAG.what(), "The restores were of another system"),
                new RiskStartedFromScenario("MFG-02", "Remote maintenance lets somebody else into the plant"),
                new OpportunityDecided(
                        OpportunityDecision.PURSUE, "Two customers would sign", "It is what we are known for"),
                accepted(),
                new AcceptanceRevoked("The new line comes a year later than planned"),
                new AcceptanceExpired(LocalDate.of(2027, 6, 30)),
                stale());
    }

    private static ResidualRiskAccepted accepted() {
        Criteria scored = SampleCriteria.scored();
        return new ResidualRiskAccepted(
                2,
                new Applied(SampleRisks.CONTEXT, UUID.fromString("01920000-0000-7000-8000-0000000000a1"), 2),
                Analysis.of(SampleCriteria.rating(scored, 3, 4, 3), RiskKind.THREAT, scored),
                Authority.TOP_MANAGEMENT,
                "The machine is replaced with the new line; until then it is run by hand",
                LocalDate.of(2027, 6, 30));
    }

    private static AcceptanceBecameStale stale() {
        Criteria scored = SampleCriteria.scored();
        var applied = new Applied(SampleRisks.CONTEXT, UUID.fromString("01920000-0000-7000-8000-0000000000a1"), 2);
        return new AcceptanceBecameStale(
                applied,
                scored.levelOf(SampleCriteria.rating(scored, 3, 4, 3)),
                applied,
                scored.levelOf(SampleCriteria.rating(scored, 2, 4, 3)));
    }

    /** In scores and in money, so that both shapes of a rating are in the golden file. */
    private static RiskAssessed assessed() {
        Criteria scored = SampleCriteria.scored();
        Criteria money = SampleCriteria.quantitative();
        Analysis inherent = Analysis.of(SampleCriteria.rating(scored, 4, 5, 3), RiskKind.THREAT, scored);
        Analysis current = Analysis.of(SampleCriteria.rating(scored, 3, 4, 3), RiskKind.THREAT, scored);
        Analysis residual = Analysis.of(SampleCriteria.estimate("0.5", "100000", "20000"), RiskKind.THREAT, money);
        return new RiskAssessed(
                new Applied(SampleRisks.CONTEXT, UUID.fromString("01920000-0000-7000-8000-0000000000a1"), 2),
                inherent,
                current,
                null,
                residual,
                List.of(new ExistingControl("A.8.13", Effectiveness.PARTLY_EFFECTIVE, "Restore tested in May")),
                TreatmentPriority.of(true, current.level(), scored),
                Period.ofMonths(6));
    }
}
