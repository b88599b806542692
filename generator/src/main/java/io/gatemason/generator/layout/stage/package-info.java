/** Decides what the methods of an API share in one stage. */
@NullMarked
package io.gatemason.generator.layout.stage;

import org.jspecify.annotations.NullMarked;
