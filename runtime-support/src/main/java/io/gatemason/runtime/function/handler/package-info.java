/** Functions written in Java, called in the gateway's own process. */
@NullMarked
package io.gatemason.runtime.function.handler;

import org.jspecify.annotations.NullMarked;
