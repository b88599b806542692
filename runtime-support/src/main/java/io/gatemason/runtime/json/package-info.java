/** Reads and writes JSON with exact numbers, and evaluates JSONPath expressions on it. */
@NullMarked
package io.gatemason.runtime.json;

import org.jspecify.annotations.NullMarked;
