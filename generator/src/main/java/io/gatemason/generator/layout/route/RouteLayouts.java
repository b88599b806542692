package io.gatemason.generator.layout.route;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.rest.MethodLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Cuts the path tree of an API into routing classes of readable size. */
public final class RouteLayouts {
  private final String packageName;
  private final String prefix;
  private final List<MethodLayout> methods;
  private final TrailingSlash slash;
  private final List<RoutesLayout> classes = new ArrayList<>();
  private final Set<String> classNames = new HashSet<>();

  /**
   * Routing classes of one tree.
   *
   * @param slash what a slash at the end of a path means
   */
  public RouteLayouts(
      String packageName, String prefix, List<MethodLayout> methods, TrailingSlash slash) {
    this.packageName = packageName;
    this.prefix = prefix;
    this.methods = methods;
    this.slash = slash;
  }

  /** All routing classes, the entry first. */
  public List<RoutesLayout> all() {
    RouteNode root = RouteNode.of(methods);
    add("", part -> part.entry(root));
    return List.copyOf(classes);
  }

  /** Adds a routing class and all classes that it hands over to. */
  ClassName add(String path, Function<RoutePart, RouteStep> entry) {
    ClassName name = ClassName.get(packageName, simpleName(path));
    RoutePart part = new RoutePart(this);
    int place = classes.size();
    RouteStep step = entry.apply(part);
    classes.add(place, new RoutesLayout(name, step, part.handlers(), part.parts(), slash));
    return name;
  }

  /** What a routing class is called by another: its name without that of the API. */
  String member(ClassName routes) {
    return Names.member(routes.simpleName().substring(prefix.length()));
  }

  private String simpleName(String path) {
    String shortened = Names.shortened(path, path);
    String name = prefix + shortened + "Routes";
    if (!classNames.add(name.toLowerCase(Locale.ROOT))) {
      name = prefix + shortened + Names.fingerprint(path + classNames.size()) + "Routes";
      classNames.add(name.toLowerCase(Locale.ROOT));
    }
    return name;
  }
}
