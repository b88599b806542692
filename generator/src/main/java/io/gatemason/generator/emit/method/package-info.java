/** Prints the classes of methods, step by step. */
@NullMarked
package io.gatemason.generator.emit.method;

import org.jspecify.annotations.NullMarked;
