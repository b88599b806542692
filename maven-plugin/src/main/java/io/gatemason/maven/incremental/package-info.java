/** Digests of inputs and settings, and the decision that there is nothing to do. */
@NullMarked
package io.gatemason.maven.incremental;

import org.jspecify.annotations.NullMarked;
