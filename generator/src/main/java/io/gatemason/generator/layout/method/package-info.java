/** Decides which steps the class of a method has. */
@NullMarked
package io.gatemason.generator.layout.method;

import org.jspecify.annotations.NullMarked;
