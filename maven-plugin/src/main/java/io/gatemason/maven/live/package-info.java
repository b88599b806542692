/** A service that restarts when its documents change. */
@NullMarked
package io.gatemason.maven.live;

import org.jspecify.annotations.NullMarked;
