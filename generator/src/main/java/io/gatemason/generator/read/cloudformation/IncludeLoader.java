package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/** Reads the file of an {@code AWS::Include}. */
@FunctionalInterface
public interface IncludeLoader {

  /**
   * Reads a file.
   *
   * @param from where it is named; the path is relative to the folder of that file
   * @param location the path as written
   * @return the content as written; empty where the reason was reported
   */
  Optional<Node> load(Range from, String location);
}
