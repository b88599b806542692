/** TLS towards clients: certificates by host, security policies, trust in clients' certificates. */
@NullMarked
package io.gatemason.runtime.server.tls;

import org.jspecify.annotations.NullMarked;
