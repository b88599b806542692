package io.gatemason.runtime.throttle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private volatile KeyTable keys;

  private KeyRing(List<ApiKey> defined, @Nullable Path file, KeyTable keys) {
    this.defined = defined;
    this.file = file;
    this.keys = keys;
  }

  /**
   * The keys that are given; those without a value open nothing. Templates that know nothing of
   * each other may give one value to several keys, of which each opens the stages of its own plans.
   */
  public static KeyRing of(List<ApiKey> defined) {
    return new KeyRing(List.copyOf(defined), null, KeyTable.of(defined, List.of()));
  }

  /**
   * The keys that are given, and those of a file; of two with the same value that of the file
   * counts.
   *
   * @throws IOException if the file cannot be read or is not a file of keys
   */
  public static KeyRing withFile(List<ApiKey> defined, Path file) throws IOException {
    KeyRing ring = new KeyRing(List.copyOf(defined), file, KeyTable.EMPTY);
    ring.keys = ring.readFile();
    return ring;
  }

  /**
   * Reads the file of keys again; one that cannot be read changes nothing, and the log says why.
   */
  public void reload() {
    try {
      KeyTable read = readFile();
      keys = read;
      LOG.log(System.Logger.Level.INFO, "{0} API keys are in force", read.size());
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the old API keys stay in force, since the changed file is broken: {0}",
          e.getMessage());
    }
  }

  /** The keys with that value, none if nobody has it. */
  public List<ApiKey> find(String value) {
    return keys.find(KeyDigest.of(value));
  }

  /** All keys that can be found, and those that are given without a value. */
  List<ApiKey> all() {
    return Stream.concat(defined.stream().filter(key -> !key.hasValue()), keys.all()).toList();
  }

  /** How many keys can be found. */
  int size() {
    return keys.size();
  }

  private KeyTable readFile() throws IOException {
    List<ApiKey> read = new ArrayList<>();
    if (file != null) {
      KeyFile reader = new KeyFile(file);
      reader.read(read::add);
      reader.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
    }
    return KeyTable.of(defined, read);
  }
}
