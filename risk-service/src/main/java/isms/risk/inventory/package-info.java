/**
 * The inventory of methodologies with all their versions (RSK-1, RSK-3), and the contexts of risk assessment that choose from
 * it (RSK-5).
 */
@NullMarked
package isms.risk.inventory;

import org.jspecify.annotations.NullMarked;
