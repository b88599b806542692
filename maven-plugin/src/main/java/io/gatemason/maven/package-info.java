/** The Maven goals. */
@NullMarked
package io.gatemason.maven;

import org.jspecify.annotations.NullMarked;
