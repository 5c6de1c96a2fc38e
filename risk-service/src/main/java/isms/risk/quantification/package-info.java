/**
 * Quantitative risk (RSK-16; 6.1.2 d, 6.1.3): how often events come and what one costs, both as ranges, simulated year by
 * year. It tells the loss to expect in a year, how bad a bad year is, and what a treatment returns. What is estimated of a
 * risk, and of the costs of a plan, is recorded under the id of the risk or the plan; what is simulated is not. Nothing
 * depends on chance: the same seed gives the same answer, to the last byte.
 */
@NullMarked
package isms.risk.quantification;

import org.jspecify.annotations.NullMarked;
