/** Functions as backends: how they are named and invoked, their events and what they return. */
@NullMarked
package io.gatemason.runtime.function;

import org.jspecify.annotations.NullMarked;
