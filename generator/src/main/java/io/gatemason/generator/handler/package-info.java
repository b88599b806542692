/** Finds the Java methods that functions are handed to, and what they take and return. */
@NullMarked
package io.gatemason.generator.handler;

import org.jspecify.annotations.NullMarked;
