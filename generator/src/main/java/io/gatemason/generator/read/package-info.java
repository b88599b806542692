/** Documents to model. */
@NullMarked
package io.gatemason.generator.read;

import org.jspecify.annotations.NullMarked;
