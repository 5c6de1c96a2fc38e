/**
 * Mappings between requirements of frameworks (CTL-2; 6.1.3 c). Those that come with the software are data, each with its
 * source; an organization adds its own, revises and withdraws them. What follows from two mappings over a requirement between
 * is a suggestion until a person confirms it.
 */
@NullMarked
package isms.control.mapping;

import org.jspecify.annotations.NullMarked;
