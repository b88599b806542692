/** WebSocket APIs: connections, their messages, and the calls that reach them from outside. */
@NullMarked
package io.gatemason.runtime.websocket;

import org.jspecify.annotations.NullMarked;
