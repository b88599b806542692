/** The HTTP client that calls backends, with its pools, deadlines, TLS and VPC links. */
@NullMarked
package io.gatemason.runtime.transport;

import org.jspecify.annotations.NullMarked;
