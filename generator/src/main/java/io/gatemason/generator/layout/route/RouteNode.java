package io.gatemason.generator.layout.route;

import io.gatemason.generator.layout.name.MethodIdentity;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.ResourcePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A resource in the path tree of an API, with or without methods. */
public final class RouteNode {
  private final ResourcePath path;
  private final Map<HttpMethod, MethodLayout> methods = new EnumMap<>(HttpMethod.class);
  private final SortedMap<String, RouteNode> statics = new TreeMap<>();
  private @Nullable RouteNode variable;
  private @Nullable RouteNode greedy;

  private RouteNode(ResourcePath path) {
    this.path = path;
  }

  /** Builds the tree of an API's methods; its root stands for {@code /}. */
  public static RouteNode of(List<MethodLayout> methods) {
    RouteNode root = new RouteNode(new ResourcePath("/", List.of()));
    for (MethodLayout layout : methods) {
      MethodIdentity method = layout.method();
      RouteNode node = root;
      for (ResourcePath.Segment segment : method.path().segments()) {
        node = node.child(segment);
      }
      node.methods.putIfAbsent(method.httpMethod(), layout);
    }
    return root;
  }

  /** The path from the root. */
  public ResourcePath path() {
    return path;
  }

  /** How many segments the path has. */
  public int depth() {
    return path.segments().size();
  }

  /** The methods in the fixed order of verbs; may be empty. */
  public Map<HttpMethod, MethodLayout> methods() {
    return Collections.unmodifiableMap(methods);
  }

  /** Children with a fixed text, by code point. */
  public SortedMap<String, RouteNode> statics() {
    return Collections.unmodifiableSortedMap(statics);
  }

  /** The child that takes any one segment. */
  public Optional<RouteNode> variable() {
    return Optional.ofNullable(variable);
  }

  /** The child that takes all the rest. */
  public Optional<RouteNode> greedy() {
    return Optional.ofNullable(greedy);
  }

  /** All children in the order in which they are tried. */
  public List<RouteNode> children() {
    List<RouteNode> children = new ArrayList<>(statics.values());
    variable().ifPresent(children::add);
    greedy().ifPresent(children::add);
    return children;
  }

  /** The number of methods in this subtree. */
  public int methodCount() {
    int count = methods.size();
    for (RouteNode child : children()) {
      count += child.methodCount();
    }
    return count;
  }

  private RouteNode child(ResourcePath.Segment segment) {
    if (segment.kind() == ResourcePath.Kind.STATIC) {
      return statics.computeIfAbsent(segment.name(), name -> new RouteNode(below(segment)));
    }
    if (segment.kind() == ResourcePath.Kind.VARIABLE) {
      variable = variable == null ? new RouteNode(below(segment)) : variable;
      return variable;
    }
    greedy = greedy == null ? new RouteNode(below(segment)) : greedy;
    return greedy;
  }

  private ResourcePath below(ResourcePath.Segment segment) {
    List<ResourcePath.Segment> segments = new ArrayList<>(path.segments());
    segments.add(segment);
    StringBuilder text = new StringBuilder();
    for (ResourcePath.Segment each : segments) {
      text.append('/').append(written(each));
    }
    return new ResourcePath(text.toString(), segments);
  }

  private static String written(ResourcePath.Segment segment) {
    return switch (segment.kind()) {
      case STATIC -> segment.name();
      case VARIABLE -> "{" + segment.name() + "}";
      case GREEDY -> "{" + segment.name() + "+}";
    };
  }
}
