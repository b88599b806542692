package io.gatemason.generator.read.resource;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of properties that may stand at a place of a template, and below them. Lists do not
 * count: what is said holds for each of their items. Immutable.
 */
public final class Properties {
  /** Anything: keys and values of the user's own. */
  public static final Properties ANYTHING = new Properties(Map.of(), false);

  /** No property at all. */
  public static final Properties NONE = of();

  private final Map<String, Supplier<Properties>> members;
  private final boolean closed;
  private final Map<String, Properties> variants;

  private Properties(Map<String, Supplier<Properties>> members, boolean closed) {
    this(members, closed, Map.of());
  }

  private Properties(
      Map<String, Supplier<Properties>> members, boolean closed, Map<String, Properties> variants) {
    this.members = members;
    this.closed = closed;
    this.variants = variants;
  }

  /** Properties below which anything may stand. */
  public static Properties of(String... names) {
    return new Properties(
        Arrays.stream(names)
            .collect(
                Collectors.toMap(
                    Function.identity(), name -> () -> ANYTHING, (a, b) -> a, LinkedHashMap::new)),
        true);
  }

  /** These, and one with properties of its own. */
  public Properties with(String name, Properties nested) {
    return with(name, () -> nested);
  }

  /** These, and one with properties of its own, perhaps the same as around it. */
  public Properties with(String name, Supplier<Properties> nested) {
    Map<String, Supplier<Properties>> more = new LinkedHashMap<>(members);
    more.put(name, nested);
    return new Properties(more, true, variants);
  }

  /** These, and where {@code Type} has a certain value, others instead. */
  public Properties when(String type, Properties others) {
    Map<String, Properties> more = new TreeMap<>(variants);
    more.put(type, others);
    return new Properties(members, closed, more);
  }

  /** What holds for an object of a type, which may be empty text. */
  public Properties of(Optional<String> type) {
    return type.map(variants::get).orElse(this);
  }

  /** These, and one whose members have names of the user's own and properties as given. */
  public Properties withEach(String name, Properties nested) {
    return with(name, new Properties(Map.of("*", () -> nested), false));
  }

  /** These and others; where both name a property, what stands below is joined too. */
  public Properties and(Properties others) {
    if (!closed || !others.closed) {
      return closed ? others : this;
    }
    Map<String, Supplier<Properties>> more = new LinkedHashMap<>(members);
    others.members.forEach(
        (name, nested) ->
            more.merge(name, nested, (mine, theirs) -> () -> mine.get().and(theirs.get())));
    return new Properties(more, true, variants);
  }

  /** Whether only the names that are known may stand here. */
  public boolean isClosed() {
    return closed;
  }

  /** The names that may stand here; none where they are the user's own. */
  public Collection<String> names() {
    return closed ? members.keySet() : List.of();
  }

  /** What may stand below a name; empty where the name may not stand here. */
  public Optional<Properties> below(String name) {
    Supplier<Properties> nested = members.getOrDefault(closed ? name : "*", () -> ANYTHING);
    return closed && !members.containsKey(name) ? Optional.empty() : Optional.of(nested.get());
  }

  /**
   * All names as paths, such as {@code MethodSettings.HttpMethod}, {@code *} for names of the
   * user's own, a type in brackets behind an object whose properties depend on it; what stands
   * below itself is named once.
   */
  public List<String> paths() {
    return paths("", List.of()).sorted().distinct().toList();
  }

  private Stream<String> paths(String prefix, List<Properties> around) {
    if (around.contains(this)) {
      return Stream.empty();
    }
    List<Properties> outer = Stream.concat(around.stream(), Stream.of(this)).toList();
    return Stream.concat(
        variants.entrySet().stream()
            .flatMap(variant -> variant.getValue().paths(ofType(prefix, variant.getKey()), outer)),
        new TreeMap<>(members)
            .entrySet().stream()
                .flatMap(
                    member -> {
                      String path = prefix + member.getKey();
                      return Stream.concat(
                          Stream.of(path), member.getValue().get().paths(path + ".", outer));
                    }));
  }

  private static String ofType(String prefix, String type) {
    return prefix.substring(0, prefix.length() - 1) + "[" + type + "].";
  }
}
