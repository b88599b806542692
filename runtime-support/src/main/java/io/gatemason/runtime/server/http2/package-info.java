/** HTTP/2: what Helidon decodes is measured before, and held to the rules of HTTP/1. */
@NullMarked
package io.gatemason.runtime.server.http2;

import org.jspecify.annotations.NullMarked;
