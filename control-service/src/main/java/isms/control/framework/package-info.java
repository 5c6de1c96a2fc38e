/**
 * Frameworks: sets of requirements with identifiers of their publisher (CTL-1; 6.1.3 c). Those that come with the software are data
 * ({@link isms.control.framework.Frameworks}); an organization defines further ones, imports their requirements version by version,
 * and retires them one day ({@link isms.control.framework.OwnFramework}).
 */
@NullMarked
package isms.control.framework;

import org.jspecify.annotations.NullMarked;
