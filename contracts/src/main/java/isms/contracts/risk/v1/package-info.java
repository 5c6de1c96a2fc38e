/**
 * What risk-service tells the other services, version 1: the register, its assessments, the criteria behind them and
 * the plans of treatment. Sent as CloudEvents to the topic {@code isms.risk.events}; keyed by tenant and aggregate, so that the facts of one risk keep their
 * order. Absent values are left out of the JSON.
 */
@NullMarked
package isms.contracts.risk.v1;

import org.jspecify.annotations.NullMarked;
