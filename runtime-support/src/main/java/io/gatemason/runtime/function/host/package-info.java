/** Runs functions in child processes that speak the Lambda Runtime API. */
@NullMarked
package io.gatemason.runtime.function.host;

import org.jspecify.annotations.NullMarked;
