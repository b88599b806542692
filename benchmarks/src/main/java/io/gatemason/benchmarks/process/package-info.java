/** Java processes that a run starts and always ends. */
@NullMarked
package io.gatemason.benchmarks.process;

import org.jspecify.annotations.NullMarked;
