package io.gatemason.runtime.domain;

import io.gatemason.runtime.domain.DomainTable.Target;
import io.gatemason.runtime.stage.StagePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of a domain: the longest base path that fits wins, and the empty one takes the rest.
 * While all base paths are single segments, whole segments are compared; as soon as one has
 * several, the beginning of the path is (docs/behaviour/domains.md#mappings). Immutable.
 */
final class Mappings {
  private static final String NONE = "(none)";

  private final Map<String, Target> bySegment;
  private final List<Prefix> byLength;
  private final @Nullable Target rest;

  private record Prefix(String text, Target target) {}

  private Mappings(Map<String, Target> bySegment, List<Prefix> byLength, @Nullable Target rest) {
    this.bySegment = bySegment;
    this.byLength = byLength;
    this.rest = rest;
  }

  static Mappings of(List<CustomDomain.Mapping> mappings) {
    boolean severalLevels = mappings.stream().anyMatch(each -> each.basePath().contains("/"));
    Map<String, Target> bySegment = new HashMap<>();
    List<Prefix> byLength = new ArrayList<>();
    Target rest = null;
    for (CustomDomain.Mapping mapping : mappings) {
      Target target = target(mapping, severalLevels);
      if (mapping.basePath().isEmpty()) {
        rest = target;
      } else if (severalLevels) {
        byLength.add(new Prefix("/" + mapping.basePath(), target));
      } else {
        bySegment.put(mapping.basePath(), target);
      }
    }
    byLength.sort(Comparator.comparingInt((Prefix each) -> each.text.length()).reversed());
    return new Mappings(bySegment, byLength, rest);
  }

  private static Target target(CustomDomain.Mapping mapping, boolean lowerCase) {
    String basePath = mapping.basePath();
    StagePath.Match match =
        new StagePath.Match(basePath.isEmpty() ? NONE : basePath, null, lowerCase);
    int length = basePath.isEmpty() ? 0 : basePath.length() + 1;
    return new Target(mapping.apiId(), mapping.stage(), StagePath.ofBasePath(length, match));
  }

  /** Whether one of the base paths has several segments. */
  boolean severalLevels() {
    return !byLength.isEmpty();
  }

  @Nullable Target find(String path) {
    Target found = bySegment.isEmpty() ? null : bySegment.get(firstSegment(path));
    if (found != null) {
      return found;
    }
    for (Prefix prefix : byLength) {
      if (path.startsWith(prefix.text)) {
        return prefix.target;
      }
    }
    return rest;
  }

  private static String firstSegment(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
  }
}
