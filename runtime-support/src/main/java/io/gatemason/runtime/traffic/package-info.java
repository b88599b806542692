/** What a service remembers of its last requests, for the console. */
@NullMarked
package io.gatemason.runtime.traffic;

import org.jspecify.annotations.NullMarked;
