/** WebSocket APIs as their templates say them. */
@NullMarked
package io.gatemason.generator.read.websocket;

import org.jspecify.annotations.NullMarked;
