/** Gateways in front of servers that speak the protocols of AWS services, written by others. */
@NullMarked
package io.gatemason.counterparts;

import org.jspecify.annotations.NullMarked;
