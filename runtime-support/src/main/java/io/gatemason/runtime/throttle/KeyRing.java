package io.gatemason.runtime.throttle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All API keys of a service, found by the SHA-256 of their values. Safe for concurrent use. Source:
 * {@code docs/behaviour/clients.md#api-keys}.
 */
public final class KeyRing {
  private static final System.Logger LOG = System.getLogger(KeyRing.class.getName());

  private final List<ApiKey> defined;
  private final @Nullable Path file;
  private final KnownPlans plans;
  private volatile Keys keys;

  /** What can be found, and what has no value. */
  private record Keys(KeyTable table, Collection<ApiKey> withoutValue) {}

  private KeyRing(List<ApiKey> defined, @Nullable Path file, Collection<UsagePlan> plans) {
    this.defined = List.copyOf(defined);
    this.file = file;
    this.plans = new KnownPlans(plans);
    this.keys = new Keys(KeyTable.of(defined, List.of()), withoutValue());
  }

  /**
   * The keys that are given; those without a value open nothing. Templates that know nothing of
   * each other may give one value to several keys, of which each opens the stages of its own plans.
   */
  public static KeyRing of(List<ApiKey> defined) {
    return new KeyRing(defined, null, List.of());
  }

  /**
   * The keys that are given, and those of a file; of two with the same value that of the file
   * counts. A line with the id or the name of a key without a value gives it one.
   *
   * @param plans all usage plans: a line that names others, or two with one stage, is warned of
   * @throws IOException if the file cannot be read or is not a file of keys
   */
  public static KeyRing withFile(List<ApiKey> defined, Path file, Collection<UsagePlan> plans)
      throws IOException {
    KeyRing ring = new KeyRing(defined, file, plans);
    ring.keys = ring.read(file);
    return ring;
  }

  /**
   * Reads the file of keys again; one that cannot be read changes nothing, and the log says why.
   */
  public void reload() {
    if (file == null) {
      return;
    }
    try {
      Keys read = read(file);
      keys = read;
      LOG.log(System.Logger.Level.INFO, "{0} API keys are in force", read.table().size());
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the old API keys stay in force, since the changed file is broken: {0}",
          e.getMessage());
    }
  }

  /** The keys with that value, none if nobody has it. */
  public List<ApiKey> find(String value) {
    return keys.table().find(KeyDigest.of(value));
  }

  /** All keys that can be found, and those that are given without a value. */
  List<ApiKey> all() {
    Keys all = keys;
    return Stream.concat(all.withoutValue().stream(), all.table().all()).toList();
  }

  /** How many keys can be found. */
  int size() {
    return keys.table().size();
  }

  private Keys read(Path path) throws IOException {
    List<ApiKey> read = new ArrayList<>();
    Set<ApiKey> withoutValue = new LinkedHashSet<>(withoutValue());
    Map<String, ApiKey> awaited = new HashMap<>();
    withoutValue.forEach(key -> awaited.putIfAbsent(key.name(), key));
    withoutValue.forEach(key -> awaited.put(key.id(), key));
    KeyFile reader = new KeyFile(path, plans);
    reader.read(
        line -> {
          ApiKey key = awaited.get(line.name());
          read.add(key == null ? line : joined(key, line, reader));
          withoutValue.remove(key);
        });
    reader.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
    return new Keys(KeyTable.of(defined, read), withoutValue);
  }

  /** What a line says by itself was judged when it was read. */
  private ApiKey joined(ApiKey key, ApiKey line, KeyFile reader) {
    ApiKey joined = key.with(line);
    List<String> clashes = plans.clashes(joined.plans());
    clashes.removeAll(plans.clashes(line.plans()));
    clashes.forEach(reader::warn);
    return joined;
  }

  private List<ApiKey> withoutValue() {
    return defined.stream().filter(key -> !key.hasValue()).toList();
  }
}
