/**
 * The heat map (RSK-15): likelihood by impact, cells coloured by the band of the level of risk, as of any moment, and how
 * risks moved between two moments. Results of two methodology versions are never counted into one grid (RSK-3); contexts
 * are compared through bands (RSK-5).
 */
@NullMarked
package isms.risk.heatmap;

import org.jspecify.annotations.NullMarked;
