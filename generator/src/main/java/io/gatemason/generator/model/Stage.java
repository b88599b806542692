package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.util.Map;

/**
 * A named reference to a deployment.
 *
 * @param name letters, digits, {@code _} and {@code -}
 * @param range where it is named; the document where it is named from outside
 * @param variables stage variables known at build time
 */
public record Stage(String name, Range range, Map<String, String> variables) {}
