/** Reads policy documents. */
@NullMarked
package io.gatemason.generator.read.policy;

import org.jspecify.annotations.NullMarked;
