/** What functions are told about a request, and what they return. */
@NullMarked
package io.gatemason.runtime.function.event;

import org.jspecify.annotations.NullMarked;
