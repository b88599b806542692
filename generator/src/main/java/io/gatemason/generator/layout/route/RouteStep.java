package io.gatemason.generator.layout.route;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.model.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of the routing decision, printed as one Java method. */
public sealed interface RouteStep {

  /** The Java method's name, unique in its class; of a part, the field's name. */
  String member();

  /** The path it stands for, for its comment. */
  String path();

  /**
   * A resource: its own methods if the path ends here, else its children.
   *
   * @param depth the number of segments of its path
   * @param methods by verb, {@code ANY} included
   * @param children how the next segment is chosen; empty where there are no static children
   * @param fallbacks the variable and the greedy child, in this order
   */
  record ResourceStep(
      String member,
      String path,
      int depth,
      Map<HttpMethod, MethodLayout> methods,
      Optional<RouteStep> children,
      List<RouteStep> fallbacks)
      implements RouteStep {}

  /** A greedy resource: only methods. */
  record GreedyStep(String member, String path, Map<HttpMethod, MethodLayout> methods)
      implements RouteStep {}

  /**
   * A choice among static siblings by the text of one segment.
   *
   * @param depth the index of the segment
   * @param bySegment segments that lead to the same step stand together
   */
  record SiblingsStep(String member, String path, int depth, Map<List<String>, RouteStep> bySegment)
      implements RouteStep {}

  /**
   * Two halves of very many siblings.
   *
   * @param depth the index of the segment
   * @param from the first segment of the upper half
   */
  record SplitStep(
      String member, String path, int depth, String from, RouteStep lower, RouteStep upper)
      implements RouteStep {}

  /**
   * A part of the tree in a routing class of its own.
   *
   * @param part that class
   */
  record PartStep(String member, String path, ClassName part) implements RouteStep {}
}
