/**
 * What connections of clients have in common: bytes in and out under deadlines, refusals, bounds.
 */
@NullMarked
package io.gatemason.runtime.server.wire;

import org.jspecify.annotations.NullMarked;
