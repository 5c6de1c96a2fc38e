/** Reading frameworks, their requirements and the mappings between them: those that come with the software, and own ones. */
@NullMarked
package isms.control.catalogue;

import org.jspecify.annotations.NullMarked;
