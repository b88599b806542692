/** HTTP/1, read strictly and answered. */
@NullMarked
package io.gatemason.runtime.server.http1;

import org.jspecify.annotations.NullMarked;
