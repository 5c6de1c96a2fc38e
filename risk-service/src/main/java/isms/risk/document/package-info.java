/**
 * What the documents of this service have in common: the criteria that stood behind the ratings they show (RSK-3), how a
 * level of risk is written, and the names of what is referred to. What a register, a plan or a heat map says stands beside
 * each of them.
 */
@NullMarked
package isms.risk.document;

import org.jspecify.annotations.NullMarked;
