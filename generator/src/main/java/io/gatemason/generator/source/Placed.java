package io.gatemason.generator.source;

/**
 * A value with the place where it was read. Immutable.
 *
 * @param value the value
 * @param range where it stands
 */
public record Placed<T>(T value, Range range) {}
