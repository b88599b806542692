/** Helpers that compiled payload models call, and the error list. */
@NullMarked
package io.gatemason.runtime.schema;

import org.jspecify.annotations.NullMarked;
