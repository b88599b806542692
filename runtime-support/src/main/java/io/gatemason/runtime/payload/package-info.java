/** Bodies of requests and answers: bytes, text and streams, and how one becomes another. */
@NullMarked
package io.gatemason.runtime.payload;

import org.jspecify.annotations.NullMarked;
