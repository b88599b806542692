package io.gatemason.generator.check.rest.path;

import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where paths are written: what is wrong with one is told once, whatever verbs it has. */
public final class PathPlaces {
  private PathPlaces() {}

  /** One method of each path, in document order. */
  static Collection<Method> onePerPath(RestApi api) {
    Map<String, Method> methods = new LinkedHashMap<>();
    api.methods().forEach(method -> methods.putIfAbsent(key(method), method));
    return methods.values();
  }

  /** The path of a method; its verb where the path is written elsewhere. */
  static Range of(RestApi api, Method method) {
    return written(api, method).map(Node::range).orElse(method.range());
  }

  /** A segment within the path of a method; the whole path where it has no such segment. */
  static Range of(RestApi api, Method method, String segment) {
    Optional<ScalarNode> path = written(api, method);
    int at = path.map(p -> (p.text() + "/").indexOf("/" + segment + "/")).orElse(-1) + 1;
    return at == 0
        ? of(api, method)
        : new Range(
            path.get().range().file(),
            path.get().position(at),
            path.get().position(at + segment.length()));
  }

  private static Optional<ScalarNode> written(RestApi api, Method method) {
    return api.document()
        .get("paths")
        .flatMap(Node::asObject)
        .flatMap(paths -> paths.member(key(method)))
        .map(ObjectNode.Member::key);
  }

  /** The path as the document writes it, out of the JSON pointer of the operation. */
  private static String key(Method method) {
    String[] steps = method.pointer().split("/", -1);
    return steps[2].replace("~1", "/").replace("~0", "~");
  }
}
