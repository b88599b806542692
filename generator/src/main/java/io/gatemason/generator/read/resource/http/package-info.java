/** Readers of the resources of HTTP and WebSocket APIs. */
@NullMarked
package io.gatemason.generator.read.resource.http;

import org.jspecify.annotations.NullMarked;
