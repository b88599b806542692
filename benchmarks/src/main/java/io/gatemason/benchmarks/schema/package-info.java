/** Compiled payload models against a schema interpreter. */
package io.gatemason.benchmarks.schema;
