/** Gateway responses: their types, the exception that carries one, and its default rendering. */
@NullMarked
package io.gatemason.runtime.failure;

import org.jspecify.annotations.NullMarked;
