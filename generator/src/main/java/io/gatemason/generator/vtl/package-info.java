/** Compiles mapping templates into Java. */
@NullMarked
package io.gatemason.generator.vtl;

import org.jspecify.annotations.NullMarked;
