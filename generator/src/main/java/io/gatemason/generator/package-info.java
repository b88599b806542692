/** Compiles API documents into the Java source text of a gateway. */
@NullMarked
package io.gatemason.generator;

import org.jspecify.annotations.NullMarked;
