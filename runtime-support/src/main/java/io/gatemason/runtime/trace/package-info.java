/** Spans of requests, whose traces go on from callers to backends. */
@NullMarked
package io.gatemason.runtime.trace;

import org.jspecify.annotations.NullMarked;
