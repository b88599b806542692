/** The load: connections, the process that holds them, rounds that take turns. */
@NullMarked
package io.gatemason.benchmarks.load;

import org.jspecify.annotations.NullMarked;
