/** Intrinsic functions and placeholders resolved on the node tree. */
@NullMarked
package io.gatemason.generator.read.cloudformation;

import org.jspecify.annotations.NullMarked;
