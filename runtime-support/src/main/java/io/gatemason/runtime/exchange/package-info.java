/**
 * One request and its response in flight: route, parameters, body, context variables and answer.
 */
@NullMarked
package io.gatemason.runtime.exchange;

import org.jspecify.annotations.NullMarked;
