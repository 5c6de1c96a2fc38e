/** The demonstration organization: a plant and its office network, put in through the public API. */
@NullMarked
package isms.local.demo;

import org.jspecify.annotations.NullMarked;
