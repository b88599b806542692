/** Decides which steps the class of a method has. */
@NullMarked
package io.gatemason.generator.layout.rest;

import org.jspecify.annotations.NullMarked;
