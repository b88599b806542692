/** Rules over usage plans, API keys, and what stages set for throttles, caches and canaries. */
@NullMarked
package io.gatemason.generator.check.rest.limits;

import org.jspecify.annotations.NullMarked;
