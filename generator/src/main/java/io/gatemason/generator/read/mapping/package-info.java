/** The small languages inside extensions: mapping expressions, texts with variables, ARNs. */
@NullMarked
package io.gatemason.generator.read.mapping;

import org.jspecify.annotations.NullMarked;
