package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import java.util.List;

/**
 * Which texts of a request a statement tests. Immutable.
 *
 * @param field the part of the request
 * @param transformations what is made of its texts first, in the order of priorities
 * @param preparations what is made of a query before it is taken apart, in the order of priorities
 */
public record TextMatch(
    FieldToMatch field, List<Placed<String>> transformations, List<Placed<String>> preparations) {

  public TextMatch {
    transformations = List.copyOf(transformations);
    preparations = List.copyOf(preparations);
  }
}
