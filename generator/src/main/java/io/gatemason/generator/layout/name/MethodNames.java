package io.gatemason.generator.layout.name;

import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.ResourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Names the classes of methods: by operation id, else by verb and path. Where two methods would
 * share a name (also if only letter case differs, as on some file systems), both take their path
 * on; a counter is never used, so that a new method renames no other.
 */
public final class MethodNames {
  /** Types of {@code java.lang} that generated code uses without an import. */
  private static final Set<String> TAKEN =
      Set.of("Boolean", "Double", "Integer", "Long", "Math", "Object", "Override", "String");

  private MethodNames() {}

  /** The simple class name of each method, in their order. */
  public static List<String> of(List<MethodIdentity> methods) {
    List<String> names = new ArrayList<>();
    methods.forEach(method -> names.add(preferred(method)));
    separate(names, methods, method -> Names.type(preferred(method) + " " + path(method.path())));
    separate(names, methods, MethodNames::verbAndPath);
    separate(names, methods, method -> verbAndPath(method) + Names.fingerprint(method.title()));
    return names;
  }

  /** The path in words, as {@code PetsByPetId}; {@code Root} for the root. */
  public static String path(ResourcePath path) {
    StringBuilder name = new StringBuilder();
    for (ResourcePath.Segment segment : path.segments()) {
      name.append(segment.kind() == ResourcePath.Kind.STATIC ? "" : "By");
      String word = Names.type(segment.name());
      name.append(word.isEmpty() ? Names.fingerprint(segment.name()) : word);
    }
    if (name.length() == 0) {
      return "Root";
    }
    return Character.isDigit(name.charAt(0)) ? name.insert(0, 'N').toString() : name.toString();
  }

  private static String preferred(MethodIdentity method) {
    String name = Names.type(method.word().orElse(""));
    if (name.isEmpty()) {
      return verbAndPath(method);
    }
    return TAKEN.contains(name) || name.endsWith("Routes") ? name + "Method" : name;
  }

  private static String verbAndPath(MethodIdentity method) {
    return Names.type(verb(method.httpMethod()) + path(method.path()));
  }

  private static String verb(HttpMethod httpMethod) {
    String name = httpMethod.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static void separate(
      List<String> names, List<MethodIdentity> methods, Function<MethodIdentity, String> longer) {
    Map<String, Integer> uses = new HashMap<>();
    names.forEach(name -> uses.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum));
    for (int i = 0; i < names.size(); i++) {
      if (uses.getOrDefault(names.get(i).toLowerCase(Locale.ROOT), 0) > 1) {
        names.set(i, longer.apply(methods.get(i)));
      }
    }
  }
}
