/** A client's request and the answer to it, whatever version of HTTP it speaks. */
@NullMarked
package io.gatemason.runtime.client;

import org.jspecify.annotations.NullMarked;
