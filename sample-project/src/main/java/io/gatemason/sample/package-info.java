/** The sample's hand-written part: a backend that keeps pets in memory. */
@NullMarked
package io.gatemason.sample;

import org.jspecify.annotations.NullMarked;
