package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * A set of regular expressions. Immutable.
 *
 * @param range its name in the template
 * @param name its name
 * @param expressions the expressions
 */
public record PatternSet(Range range, Placed<String> name, List<Placed<String>> expressions) {

  public PatternSet {
    expressions = List.copyOf(expressions);
  }
}
