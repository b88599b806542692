/** The steps of a build: generated sources, compiled classes, one runnable jar. */
@NullMarked
package io.gatemason.maven.build;

import org.jspecify.annotations.NullMarked;
