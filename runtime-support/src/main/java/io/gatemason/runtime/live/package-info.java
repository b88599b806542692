/** A gateway whose code is replaced while it runs, for those who work on its documents. */
@NullMarked
package io.gatemason.runtime.live;

import org.jspecify.annotations.NullMarked;
