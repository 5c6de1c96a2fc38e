/** Commands on their way to an aggregate and back: the one adapter between pure deciders and Axon Framework. */
@NullMarked
package isms.platform.command;

import org.jspecify.annotations.NullMarked;
