/** The goals: their parameters and nothing else. */
@NullMarked
package io.gatemason.maven.mojo;

import org.jspecify.annotations.NullMarked;
