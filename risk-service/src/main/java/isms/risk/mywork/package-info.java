/**
 * What waits for the caller: risks to assess, plans and methodologies to decide on, actions to carry out, and what came back.
 * A view across the read models; it decides nothing, and keeps nothing of its own.
 */
@NullMarked
package isms.risk.mywork;

import org.jspecify.annotations.NullMarked;
