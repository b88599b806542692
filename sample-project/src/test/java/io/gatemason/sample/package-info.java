/** The sample over real HTTP. */
@NullMarked
package io.gatemason.sample;

import org.jspecify.annotations.NullMarked;
