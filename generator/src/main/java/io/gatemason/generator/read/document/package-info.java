/** A document while it is read: typed and lenient access to its members, and its references. */
@NullMarked
package io.gatemason.generator.read.document;

import org.jspecify.annotations.NullMarked;
