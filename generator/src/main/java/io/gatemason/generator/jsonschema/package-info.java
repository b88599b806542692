/** Compiles payload models into Java. */
@NullMarked
package io.gatemason.generator.jsonschema;

import org.jspecify.annotations.NullMarked;
