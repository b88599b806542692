/** The connections of a listener, from the first byte of each to the stop of all. */
@NullMarked
package io.gatemason.runtime.server.connection;

import org.jspecify.annotations.NullMarked;
