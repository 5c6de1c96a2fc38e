package isms.risk.treatment;

import isms.risk.risk.Analysis;
import isms.risk.risk.Applied;

/**
 * The level of risk that a plan aims at (RSK-12).
 *
 * @param applied by which criteria it was rated; the plan keeps them whatever is approved later
 * @param analysis the rating and what it amounts to
 */
public record ResidualAim(Applied applied, Analysis analysis) {}
