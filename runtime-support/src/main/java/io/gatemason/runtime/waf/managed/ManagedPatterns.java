package io.gatemason.runtime.waf.managed;

import io.gatemason.runtime.waf.Field;
import io.gatemason.runtime.waf.Patterns;
import io.gatemason.runtime.waf.SearchString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a managed rule looks for: texts in lower case, one of which is enough. Immutable. */
final class ManagedPatterns {
  private static final Map<String, ManagedPatterns> ALL = read();

  private final List<Entry> entries;

  /** A text, and what has to be found where it is. */
  private record Entry(SearchString text, @Nullable Patterns expression) {

    static Entry of(String line) {
      int arrow = line.indexOf(" => ");
      return arrow < 0
          ? new Entry(SearchString.of(line), null)
          : new Entry(
              SearchString.of(line.substring(0, arrow)), Patterns.of(line.substring(arrow + 4)));
    }

    /** Expressions are asked only where the text is, which is a part of all that they find. */
    boolean isIn(Field field) {
      return field.contains(text) && (expression == null || field.contains(expression));
    }
  }

  private ManagedPatterns(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Those of a section of the data file. */
  static ManagedPatterns of(String section) {
    ManagedPatterns patterns = ALL.get(section);
    if (patterns == null) {
      throw new IllegalArgumentException("no patterns: " + section);
    }
    return patterns;
  }

  boolean areIn(Field field) {
    return entries.stream().anyMatch(entry -> entry.isIn(field));
  }

  private static Map<String, ManagedPatterns> read() {
    Map<String, List<Entry>> sections = new HashMap<>();
    List<Entry> section = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        section.add(Entry.of(line));
      }
    }
    Map<String, ManagedPatterns> patterns = new HashMap<>();
    sections.forEach((name, entries) -> patterns.put(name, new ManagedPatterns(entries)));
    return Map.copyOf(patterns);
  }

  private static List<String> lines() {
    try (InputStream file = ManagedPatterns.class.getResourceAsStream("patterns.txt")) {
      if (file == null) {
        throw new IllegalStateException("patterns.txt is missing from the runtime");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
