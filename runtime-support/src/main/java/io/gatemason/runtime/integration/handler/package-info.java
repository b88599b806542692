/** Functions written in Java, called in the gateway's own process. */
@NullMarked
package io.gatemason.runtime.integration.handler;

import org.jspecify.annotations.NullMarked;
