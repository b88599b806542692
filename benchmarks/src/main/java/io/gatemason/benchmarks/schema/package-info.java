/** Compiled payload models against a schema interpreter. */
@NullMarked
package io.gatemason.benchmarks.schema;

import org.jspecify.annotations.NullMarked;
