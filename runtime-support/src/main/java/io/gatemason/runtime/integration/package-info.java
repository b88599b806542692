/** Calls to backends: what a gateway sends to them, and how their answers are read. */
@NullMarked
package io.gatemason.runtime.integration;

import org.jspecify.annotations.NullMarked;
