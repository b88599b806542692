/** The wall clock and the nanosecond ticker, replaceable in tests. */
@NullMarked
package io.gatemason.runtime.clock;

import org.jspecify.annotations.NullMarked;
