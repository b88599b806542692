/** How much each client gets: API keys, usage plans, throttles and quotas. */
@NullMarked
package io.gatemason.runtime.throttle;

import org.jspecify.annotations.NullMarked;
