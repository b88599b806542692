/**
 * The way to a collector of OpenTelemetry: where it is, and what sends traces, metrics and logs.
 */
@NullMarked
package io.gatemason.runtime.otlp;

import org.jspecify.annotations.NullMarked;
