/** Helidon wiring: settings, listener, choice of API and stage, limits, health, shutdown. */
@NullMarked
package io.gatemason.runtime.server;

import org.jspecify.annotations.NullMarked;
