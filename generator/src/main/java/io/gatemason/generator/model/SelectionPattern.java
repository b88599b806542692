package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;

/**
 * A regular expression over the whole status code or error message.
 *
 * @param regex in {@code java.util.regex} syntax
 * @param range its key
 */
public record SelectionPattern(String regex, Range range) {}
