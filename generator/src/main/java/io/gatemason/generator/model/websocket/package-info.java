/** What only WebSocket APIs have. */
@NullMarked
package io.gatemason.generator.model.websocket;

import org.jspecify.annotations.NullMarked;
