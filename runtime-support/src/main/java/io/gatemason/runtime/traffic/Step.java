package io.gatemason.runtime.traffic;

/**
 * A line of the execution log of a request.
 *
 * @param micros when it was written, in microseconds since the request arrived
 * @param text the line, secrets masked; it may have line breaks
 */
public record Step(long micros, String text) {}
