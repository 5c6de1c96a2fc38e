/** Read models: rows that projections write, versioned so that the past is one indexed condition away. */
@NullMarked
package isms.platform.readmodel;

import org.jspecify.annotations.NullMarked;
