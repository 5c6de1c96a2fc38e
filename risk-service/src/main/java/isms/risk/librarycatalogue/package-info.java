/**
 * The library to be looked into (RSK-17): the starting sets that come with the software, and the organization's own entries,
 * now or as of any moment; listed, searched, exported.
 */
@NullMarked
package isms.risk.librarycatalogue;

import org.jspecify.annotations.NullMarked;
