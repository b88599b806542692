/** Hashes of texts and bytes; ground of the runtime, which imports nothing. */
@NullMarked
package io.gatemason.runtime.digest;

import org.jspecify.annotations.NullMarked;
