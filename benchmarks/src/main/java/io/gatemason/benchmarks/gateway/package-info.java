/** Generated gateways under load. */
@NullMarked
package io.gatemason.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
