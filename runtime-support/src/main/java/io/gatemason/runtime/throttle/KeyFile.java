package io.gatemason.runtime.throttle;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads API keys from a file in the form in which the managed service imports them: comma-separated
 * columns {@code Name}, {@code Key}, {@code Description}, {@code Enabled}, {@code UsagePlanIds} in
 * any order, other columns ignored, and {@code KeySha256} of our own instead of {@code Key}.
 * Source: {@code docs/behaviour/clients.md#key-files}.
 */
final class KeyFile {
  private static final int MOST_WARNINGS = 10;
  private static final int LONGEST_NAME = 1_024;

  private final Path path;
  private final KnownPlans knownPlans;
  private final Map<String, List<String>> planLists = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private int line;
  private int wrong;

  /**
   * A file of keys.
   *
   * @param knownPlans all usage plans
   */
  KeyFile(Path path, KnownPlans knownPlans) {
    this.path = path;
    this.knownPlans = knownPlans;
  }

  /**
   * Hands on the keys of the file, one by one; of two with the same value the later one counts.
   *
   * @throws IOException if the file cannot be read, or is not such a file; the message names the
   *     line
   */
  void read(Consumer<ApiKey> keys) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      Columns columns = columns(reader);
      for (List<String> row = row(reader); row != null; row = row(reader)) {
        if (row.size() > 1 || !row.getFirst().isBlank()) {
          keys.accept(key(columns, row));
        }
      }
    }
  }

  /** What the last reading found to be wrong without refusing it. */
  List<String> warnings() {
    List<String> all = new ArrayList<>(warnings);
    if (wrong > MOST_WARNINGS) {
      all.add("%s: %d more lines like these".formatted(path, wrong - MOST_WARNINGS));
    }
    return all;
  }

  /** Adds what is wrong with the line that is read; a file may have a million of one kind. */
  void warn(String problem) {
    wrong++;
    if (wrong <= MOST_WARNINGS) {
      warnings.add(path + ":" + line + ": " + problem);
    }
  }

  private Columns columns(BufferedReader reader) throws IOException {
    List<String> header = row(reader);
    Map<String, Integer> index = new HashMap<>();
    if (header != null) {
      for (int i = 0; i < header.size(); i++) {
        index.put(header.get(i).strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT), i);
      }
    }
    if (!index.containsKey("name")) {
      throw broken("there is no column Name");
    }
    if (!index.containsKey("key") && !index.containsKey("keysha256")) {
      throw broken("there is no column Key or KeySha256");
    }
    return new Columns(
        index.get("name"),
        index.getOrDefault("key", -1),
        index.getOrDefault("keysha256", -1),
        index.getOrDefault("enabled", -1),
        index.getOrDefault("usageplanids", -1));
  }

  private ApiKey key(Columns columns, List<String> row) throws IOException {
    String name = value(row, columns.name);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw broken("a name has 1 to " + LONGEST_NAME + " characters");
    }
    KeyDigest digest = digest(value(row, columns.key), value(row, columns.sha256));
    String enabled = value(row, columns.enabled);
    boolean off = enabled.equalsIgnoreCase("false");
    if (!off && !enabled.isEmpty() && !enabled.equalsIgnoreCase("true")) {
      throw broken("Enabled is neither TRUE nor FALSE");
    }
    List<String> plans = planLists.computeIfAbsent(value(row, columns.plans), this::plans);
    return new ApiKey(null, name, digest, !off, plans);
  }

  private KeyDigest digest(String value, String hex) throws IOException {
    if (value.isEmpty()) {
      try {
        return KeyDigest.parse(hex.toLowerCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw broken("a key has a value, or a SHA-256 of 64 hexadecimal digits");
      }
    }
    if (!ApiKey.isUsual(value)) {
      warn("the managed service takes keys of 20 to 128 characters only");
    }
    return KeyDigest.of(value);
  }

  /** Made once for each text: a file may have a million rows. */
  private List<String> plans(String ids) {
    List<String> plans = new ArrayList<>();
    for (String id : unquoted(ids).split(",", -1)) {
      if (!id.isBlank()) {
        plans.add(id.strip());
        if (!knownPlans.has(id.strip())) {
          warn("there is no usage plan " + id.strip());
        }
      }
    }
    knownPlans.clashes(plans).forEach(this::warn);
    return List.copyOf(plans);
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private @Nullable List<String> row(BufferedReader reader) throws IOException {
    String text = reader.readLine();
    line++;
    try {
      return text == null ? null : CsvRow.cells(text);
    } catch (IllegalArgumentException e) {
      throw broken(e.getMessage());
    }
  }

  private IOException broken(@Nullable String problem) {
    return new IOException(path + ":" + line + ": " + problem);
  }

  private static String value(List<String> row, int column) {
    return column < 0 || column >= row.size() ? "" : row.get(column).strip();
  }

  /** Where the columns are, -1 for those that are not there. */
  private record Columns(int name, int key, int sha256, int enabled, int plans) {}
}
