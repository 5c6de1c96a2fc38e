/** One description of the interface out of the services' own: fetched, merged, remembered when a service is away, shown as a page. */
@NullMarked
package isms.gateway.description;

import org.jspecify.annotations.NullMarked;
