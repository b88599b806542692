/** The speed and the yield of the generator. */
@NullMarked
package io.gatemason.benchmarks.generation;

import org.jspecify.annotations.NullMarked;
