/** What generated gateways call. */
@NullMarked
package io.gatemason.runtime;

import org.jspecify.annotations.NullMarked;
