/** Rows of the result: what was compared, against which goal. */
@NullMarked
package io.gatemason.benchmarks.table;

import org.jspecify.annotations.NullMarked;
