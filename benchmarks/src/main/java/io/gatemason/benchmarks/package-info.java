/** The run: which rows there are, in which order. */
@NullMarked
package io.gatemason.benchmarks;

import org.jspecify.annotations.NullMarked;
