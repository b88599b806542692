/** Decides how a method calls its integration and what it answers. */
@NullMarked
package io.gatemason.generator.layout.integration;

import org.jspecify.annotations.NullMarked;
