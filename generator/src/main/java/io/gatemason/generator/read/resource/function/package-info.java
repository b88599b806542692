/** Readers of the resources of Lambda functions. */
@NullMarked
package io.gatemason.generator.read.resource.function;

import org.jspecify.annotations.NullMarked;
