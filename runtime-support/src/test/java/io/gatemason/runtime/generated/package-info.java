/** Generates, compiles and runs whole gateways. */
@NullMarked
package io.gatemason.runtime.generated;

import org.jspecify.annotations.NullMarked;
