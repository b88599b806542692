/** Checks of what a stage tells of its requests. */
@NullMarked
package io.gatemason.generator.check.operations;

import org.jspecify.annotations.NullMarked;
