/** Compiled mapping templates against Velocity. */
@NullMarked
package io.gatemason.benchmarks.template;

import org.jspecify.annotations.NullMarked;
