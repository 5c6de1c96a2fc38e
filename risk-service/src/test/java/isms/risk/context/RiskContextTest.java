package isms.risk.context;

import static isms.risk.context.ContextRule.A_CONTEXT_HAS_A_TITLE;
import static isms.risk.context.ContextRule.A_CONTEXT_IS_DEFINED_ONCE;
import static isms.risk.context.ContextRule.A_RETIRED_CONTEXT_REMAINS_AS_IT_IS;
import static isms.risk.context.ContextRule.A_RETIREMENT_SAYS_WHY;
import static isms.risk.context.ContextRule.ONLY_A_DEFINED_CONTEXT_CAN_BE_WORKED_ON;

import isms.platform.testing.Given;
import isms.risk.context.ContextEvent.ContextDefined;
import isms.risk.context.ContextEvent.ContextDescribed;
import isms.risk.context.ContextEvent.ContextRetired;
import isms.risk.context.ContextEvent.MethodologyChosen;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-5: a context chooses its methodology")
class RiskContextTest {

    private static final ContextType TYPE = new ContextType();
    private static final ContextDescription PLANT = new ContextDescription("Control systems", "The plant");
    private static final ContextDescription WORKS = new ContextDescription("Control systems", "All works");
    private static final UUID SCORED = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    private static final UUID MATRIX = UUID.fromString("01920000-0000-7000-8000-0000000000a2");

    @Test
    void a_context_is_defined_once() {
        Given.nothing(TYPE)
                .when(new DefineContext(PLANT))
                .then(new ContextDefined(PLANT))
                .when(new DefineContext(PLANT))
                .refusedBy(A_CONTEXT_IS_DEFINED_ONCE);
    }

    @Test
    void a_context_has_a_title() {
        Given.nothing(TYPE)
                .when(new DefineContext(new ContextDescription("", "The plant")))
                .refusedBy(A_CONTEXT_HAS_A_TITLE, "/title");
        plant().when(new DescribeContext(old -> new ContextDescription("x".repeat(201), "")))
                .refusedBy(A_CONTEXT_HAS_A_TITLE, "/title");
    }

    @Test
    void a_context_is_described_better() {
        plant().when(new DescribeContext(old -> WORKS)).then(new ContextDescribed(WORKS));
        plant().when(new DescribeContext(old -> old)).thenNothing();
    }

    @Test
    void a_context_chooses_its_methodology_and_may_choose_another() {
        plant().when(new ChooseMethodology(SCORED))
                .then(new MethodologyChosen(SCORED))
                .when(new ChooseMethodology(MATRIX))
                .then(new MethodologyChosen(MATRIX));
    }

    @Test
    void choosing_the_same_methodology_again_leaves_no_trace() {
        plant().and(new MethodologyChosen(SCORED))
                .when(new ChooseMethodology(SCORED))
                .thenNothing();
    }

    @Test
    void a_retirement_says_why_and_is_final() {
        plant().when(new RetireContext("")).refusedBy(A_RETIREMENT_SAYS_WHY, "/reason");
        plant().when(new RetireContext("The plant is sold")).then(new ContextRetired("The plant is sold"));
        plant().and(new ContextRetired("The plant is sold"))
                .when(new ChooseMethodology(SCORED))
                .refusedBy(A_RETIRED_CONTEXT_REMAINS_AS_IT_IS);
    }

    @Test
    void nothing_is_done_to_what_is_not_defined() {
        Given.nothing(TYPE).when(new RetireContext("why")).refusedBy(ONLY_A_DEFINED_CONTEXT_CAN_BE_WORKED_ON);
    }

    private static Given<RiskContext, ContextEvent> plant() {
        return Given.facts(TYPE, new ContextDefined(PLANT));
    }
}
