package io.gatemason.runtime.waf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a query: pieces between {@code &}, names before the first {@code =}, nothing
 * decoded. Belongs to the thread that serves the request.
 */
public final class Arguments {
  private final List<byte[]> values = new ArrayList<>();
  private final Map<String, List<byte[]>> byName = new HashMap<>();
  private final Map<String, Field> fields = new HashMap<>();
  private @Nullable Field all;

  Arguments(String query) {
    for (String argument : query.split("&", -1)) {
      if (!argument.isEmpty()) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        String text = equals < 0 ? "" : argument.substring(equals + 1);
        byte[] value = text.getBytes(StandardCharsets.ISO_8859_1);
        values.add(value);
        byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), each -> new ArrayList<>()).add(value);
      }
    }
  }

  /** The values of all arguments. */
  public Field values() {
    Field known = all;
    if (known == null) {
      known = Field.of(values);
      all = known;
    }
    return known;
  }

  /** The values of an argument, its name in lower case. */
  public Field named(String name) {
    return fields.computeIfAbsent(name, each -> Field.of(byName.getOrDefault(each, List.of())));
  }
}
