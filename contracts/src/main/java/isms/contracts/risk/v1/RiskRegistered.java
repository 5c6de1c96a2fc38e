package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A risk has been entered in the register (6.1.2 c).
 *
 * @param risk identity of the risk
 * @param key key of the risk that people use, for example RISK-42
 * @param kind whether the effect on objectives is adverse (threat) or favourable (opportunity)
 * @param title the risk in one line
 * @param scenario how the risk comes about
 * @param affects what is at stake: properties of information, and safety where information controls machines
 * @param assets assets at stake
 * @param processes business processes at stake
 * @param context identity of the context (corporate IT, industrial control systems ...) whose methodology rates the risk
 * @param category category of the risk, as the organization names it
 * @param unit organizational unit, where one is named
 * @param controls references of controls that are linked to the risk
 * @param controlObjectives references of control objectives that are linked to the risk
 * @param owner subject id of the risk owner
 */
@EventType("isms.risk.risk-registered.v1")
public record RiskRegistered(
        UUID risk,
        String key,
        String kind,
        String title,
        Scenario scenario,
        List<String> affects,
        List<String> assets,
        List<String> processes,
        UUID context,
        String category,
        @Nullable String unit,
        List<String> controls,
        List<String> controlObjectives,
        String owner)
        implements RiskFact {}
