/** What templates say of WebSocket APIs, as one document. */
@NullMarked
package io.gatemason.generator.read.assemble.websocket;

import org.jspecify.annotations.NullMarked;
