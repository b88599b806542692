/** What generated gateways are measured against, and the backend behind them. */
@NullMarked
package io.gatemason.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
