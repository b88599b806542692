package io.gatemason.generator.layout.route;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.MethodNames;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.layout.route.RouteStep.GreedyStep;
import io.gatemason.generator.layout.route.RouteStep.PartStep;
import io.gatemason.generator.layout.route.RouteStep.ResourceStep;
import io.gatemason.generator.layout.route.RouteStep.SiblingsStep;
import io.gatemason.generator.layout.route.RouteStep.SplitStep;
import io.gatemason.generator.model.HttpMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One routing class in the making. A subtree goes into a class of its own when this one would
 * otherwise hold too many methods to be read.
 */
final class RoutePart {
  /** Methods a class holds before parts of its tree move out. */
  private static final int METHODS = 24;

  /** Siblings in one {@code switch}; more are halved by comparison first. */
  private static final int SIBLINGS = 256;

  private final RouteLayouts all;
  private final List<MethodLayout> handlers = new ArrayList<>();
  private final List<PartStep> parts = new ArrayList<>();
  private final Set<String> members = new HashSet<>();

  RoutePart(RouteLayouts all) {
    this.all = all;
  }

  List<MethodLayout> handlers() {
    return List.copyOf(handlers);
  }

  List<PartStep> parts() {
    return List.copyOf(parts);
  }

  /** The whole class is this resource. */
  RouteStep entry(RouteNode node) {
    return resource("find", node);
  }

  private RouteStep resource(String name, RouteNode node) {
    String member = unique(name);
    Map<HttpMethod, MethodLayout> methods = methods(node);
    Optional<RouteStep> children =
        node.statics().isEmpty() ? Optional.empty() : Optional.of(siblings(node, node.statics()));
    List<RouteStep> fallbacks = new ArrayList<>();
    node.variable().ifPresent(child -> fallbacks.add(inPlace(child)));
    node.greedy().ifPresent(child -> fallbacks.add(greedy(child)));
    return new ResourceStep(member, node.path().text(), node.depth(), methods, children, fallbacks);
  }

  private GreedyStep greedy(RouteNode node) {
    return new GreedyStep(unique(memberName(node)), node.path().text(), methods(node));
  }

  private RouteStep siblings(RouteNode parent, SortedMap<String, RouteNode> nodes) {
    if (nodes.size() > SIBLINGS) {
      String middle = List.copyOf(nodes.keySet()).get(nodes.size() / 2);
      return new SplitStep(
          unique(memberName(parent) + "From" + Names.type(middle)),
          parent.path().text(),
          parent.depth(),
          middle,
          half(parent, nodes.headMap(middle)),
          half(parent, nodes.tailMap(middle)));
    }
    String member = unique(memberName(parent) + "Children");
    Map<List<String>, RouteStep> steps = new LinkedHashMap<>();
    if (handlers.size() + methodCount(nodes) <= METHODS) {
      nodes.forEach(
          (segment, node) -> steps.put(List.of(segment), resource(memberName(node), node)));
    } else {
      runs(nodes).forEach(run -> steps.put(List.copyOf(run.keySet()), elsewhere(parent, run)));
    }
    return new SiblingsStep(member, parent.path().text(), parent.depth(), steps);
  }

  private RouteStep half(RouteNode parent, SortedMap<String, RouteNode> nodes) {
    return nodes.size() > SIBLINGS ? siblings(parent, nodes) : elsewhere(parent, nodes);
  }

  /** Siblings of a class of their own; one alone is that class. */
  private RouteStep elsewhere(RouteNode parent, SortedMap<String, RouteNode> nodes) {
    RouteNode first = nodes.values().iterator().next();
    String path = MethodNames.path(first.path());
    ClassName part =
        nodes.size() == 1
            ? all.add(path, own -> own.entry(first))
            : all.add(path + "AndMore", own -> own.siblingsEntry(parent, nodes));
    return part(part, nodes.size() == 1 ? first : parent);
  }

  private RouteStep siblingsEntry(RouteNode parent, SortedMap<String, RouteNode> nodes) {
    SiblingsStep step = (SiblingsStep) siblings(parent, nodes);
    return new SiblingsStep("find", step.path(), step.depth(), step.bySegment());
  }

  private RouteStep inPlace(RouteNode node) {
    return handlers.size() + node.methodCount() <= METHODS
        ? resource(memberName(node), node)
        : part(all.add(MethodNames.path(node.path()), own -> own.entry(node)), node);
  }

  private RouteStep part(ClassName part, RouteNode node) {
    PartStep step = new PartStep(all.member(part), node.path().text(), part);
    parts.add(step);
    return step;
  }

  /** Neighbours that together fill a class; a large subtree stands alone. */
  private static List<SortedMap<String, RouteNode>> runs(SortedMap<String, RouteNode> nodes) {
    List<SortedMap<String, RouteNode>> runs = new ArrayList<>();
    SortedMap<String, RouteNode> run = new TreeMap<>();
    for (Map.Entry<String, RouteNode> entry : nodes.entrySet()) {
      if (!run.isEmpty() && methodCount(run) + entry.getValue().methodCount() > METHODS) {
        runs.add(run);
        run = new TreeMap<>();
      }
      run.put(entry.getKey(), entry.getValue());
    }
    runs.add(run);
    return runs;
  }

  private static int methodCount(SortedMap<String, RouteNode> nodes) {
    return nodes.values().stream().mapToInt(RouteNode::methodCount).sum();
  }

  private Map<HttpMethod, MethodLayout> methods(RouteNode node) {
    handlers.addAll(node.methods().values());
    return node.methods();
  }

  private static String memberName(RouteNode node) {
    return Names.member(MethodNames.path(node.path()));
  }

  private String unique(String name) {
    String member = name;
    while (!members.add(member)) {
      member = member + "Again";
    }
    return member;
  }
}
