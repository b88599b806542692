/** JMH benchmarks as rows. */
@NullMarked
package io.gatemason.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
