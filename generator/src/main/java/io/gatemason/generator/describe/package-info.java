/** Puts down what documents say of their APIs, for people who look at a running service. */
@NullMarked
package io.gatemason.generator.describe;

import org.jspecify.annotations.NullMarked;
