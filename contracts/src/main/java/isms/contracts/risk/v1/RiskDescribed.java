package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The description of a risk has been revised; the whole description as it is now (6.1.2 c).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param title the risk in one line
 * @param scenario how the risk comes about
 * @param affects what is at stake: properties of information, and safety where information controls machines
 * @param assets assets at stake
 * @param processes business processes at stake
 * @param category category of the risk, as the organization names it
 * @param unit organizational unit, where one is named
 * @param controls references of controls that are linked to the risk
 * @param controlObjectives references of control objectives that are linked to the risk
 */
@EventType("isms.risk.risk-described.v1")
public record RiskDescribed(
        UUID risk,
        String key,
        String title,
        Scenario scenario,
        List<String> affects,
        List<String> assets,
        List<String> processes,
        String category,
        @Nullable String unit,
        List<String> controls,
        List<String> controlObjectives)
        implements RiskFact {}
