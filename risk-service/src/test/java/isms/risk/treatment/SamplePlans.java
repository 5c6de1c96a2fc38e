package isms.risk.treatment;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Given;
import isms.risk.Roles;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.Rating;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.Content;
import isms.risk.methodology.Methodology;
import isms.risk.risk.Analysis;
import isms.risk.risk.Applied;
import isms.risk.risk.Property;
import isms.risk.risk.Risk;
import isms.risk.risk.RiskDescription;
import isms.risk.risk.RiskKind;
import isms.risk.risk.Scenario;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanApproved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan for a risk, and the people around it. */
final class SamplePlans {

    static final TreatmentPlanType TYPE = new TreatmentPlanType();
    static final UUID RISK = UUID.fromString("01920000-0000-7000-8000-00000000002a");
    static final UUID CONTEXT = UUID.fromString("01920000-0000-7000-8000-0000000000c1");
    static final UUID METHODOLOGY = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    static final LocalDate MARCH = LocalDate.of(2027, 3, 31);
    static final LocalDate MAY = LocalDate.of(2027, 5, 31);

    static final Actor OWNER = new Actor(new Subject("u-owner"), Set.of(Roles.RISK_OWNER));
    static final Actor STRANGER = new Actor(new Subject("u-stranger"), Set.of(Roles.RISK_OWNER));
    static final Actor MANAGER = new Actor(new Subject("u-manager"), Set.of(Roles.ISMS_MANAGER));
    static final Actor DOER = new Actor(new Subject("u-doer"), Set.of(Roles.CONTRIBUTOR));
    static final Actor CHECKER = new Actor(new Subject("u-checker"), Set.of(Roles.AUDITOR));
    static final Subject AUTHOR = new Subject("u-author");
    static final Subject EDITOR = new Subject("u-editor");

    static final Criteria SCORED = SampleCriteria.scored();
    static final Rating AIM = SampleCriteria.rating(SCORED, 1, 4, 2);
    static final NecessaryControl LOGIN = new NecessaryControl("A.8.5", "ISO/IEC 27001:2022 Annex A");
    static final NecessaryControl REMOTE = new NecessaryControl("REMOTE-3", null);

    static final PlanContent WHOLE =
            modifying(action(1, "Introduce a second factor", "A.8.5"), action(2, "Close old ways in"));

    private SamplePlans() {}

    static PlanContent modifying(TreatmentAction... actions) {
        return content(TreatmentOption.MODIFY, List.of(LOGIN, REMOTE), null, null, null, AIM, actions);
    }

    static PlanContent content(
            @Nullable TreatmentOption option,
            List<NecessaryControl> controls,
            @Nullable String otherParty,
            @Nullable String stops,
            @Nullable String justification,
            @Nullable Rating residual,
            TreatmentAction... actions) {
        return new PlanContent(
                "A second factor for remote access",
                option,
                controls,
                otherParty,
                stops,
                justification,
                List.of(actions),
                residual);
    }

    static PlanContent aimingAt(@Nullable Rating residual) {
        return content(TreatmentOption.MODIFY, List.of(LOGIN), null, null, null, residual, action(1, "Introduce it"));
    }

    static PlanContent titled(String title) {
        return new PlanContent(title, null, List.of(), null, null, null, List.of(), null);
    }

    static TreatmentAction action(@Nullable Integer id, String title, String... controls) {
        return new TreatmentAction(
                id,
                title,
                DOER.subject(),
                MARCH,
                "Nobody logs in from outside with a password alone",
                "Two people for a month",
                List.of(controls));
    }

    /** The risk, owned by {@link #OWNER}, in a context that rates by {@link #SCORED}. */
    static TreatedRisk treated() {
        return treated(2, SCORED);
    }

    static TreatedRisk treated(int version, Criteria criteria) {
        return new TreatedRisk(risk(OWNER), context(), inUse(version, criteria));
    }

    static TreatedRisk ownedBy(Actor owner) {
        return new TreatedRisk(risk(owner), context(), inUse(2, SCORED));
    }

    static TreatedRisk retired() {
        return new TreatedRisk(new Risk.Retired(), new RiskContext.None(), new Methodology.None());
    }

    static TreatedRisk withoutCriteria() {
        var undecided = new RiskContext.Defined(new ContextDescription("Corporate IT", ""), null);
        return new TreatedRisk(risk(OWNER), undecided, new Methodology.None());
    }

    static ResidualAim aim() {
        return new ResidualAim(new Applied(CONTEXT, METHODOLOGY, 2), new Analysis(AIM, SCORED.levelOf(AIM), false));
    }

    static TreatmentPlanApproved approval() {
        return new TreatmentPlanApproved(
                RISK, WHOLE.title(), TreatmentOption.MODIFY, WHOLE.controls(), aim(), Set.of(AUTHOR));
    }

    static Given<TreatmentPlan, TreatmentEvent> drafted() {
        return drafted(WHOLE);
    }

    static Given<TreatmentPlan, TreatmentEvent> drafted(PlanContent content) {
        return Given.facts(TYPE, new TreatmentPlanDrafted(RISK, content, AUTHOR));
    }

    static Given<TreatmentPlan, TreatmentEvent> submitted() {
        return drafted().and(new TreatmentPlanSubmitted(aim()));
    }

    static Given<TreatmentPlan, TreatmentEvent> approved() {
        return submitted().and(approval());
    }

    private static Risk risk(Actor owner) {
        var description = new RiskDescription(
                "Somebody else works with a stolen login",
                new Scenario("Criminals", "Log in as one of us", "A password alone is enough", "Data are copied"),
                Set.of(Property.CONFIDENTIALITY),
                List.of("Remote access"),
                List.of(),
                "Unauthorized access",
                null,
                List.of(),
                List.of());
        return new Risk.Registered(RiskKind.THREAT, description, CONTEXT, owner.subject());
    }

    /** As {@link #treated}, but favourable. */
    static TreatedRisk opportunity() {
        var threat = (Risk.Registered) risk(OWNER);
        return new TreatedRisk(
                new Risk.Registered(RiskKind.OPPORTUNITY, threat.description(), threat.context(), threat.owner()),
                context(),
                inUse(2, SCORED));
    }

    private static RiskContext context() {
        return new RiskContext.Defined(new ContextDescription("Corporate IT", ""), METHODOLOGY);
    }

    private static Methodology inUse(int version, Criteria criteria) {
        return new Methodology.Inventoried(
                MethodKind.SEMI_QUANTITATIVE,
                version,
                null,
                new Methodology.InUse(version, new Content("Corporate IT", "", criteria)));
    }
}
