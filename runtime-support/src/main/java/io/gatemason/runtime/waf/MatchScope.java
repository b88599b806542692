package io.gatemason.runtime.waf;

import io.gatemason.runtime.waf.text.JsonBodyElements;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which parts of named values a statement looks at. */
public enum MatchScope {
  ALL,
  KEY,
  VALUE;

  JsonBodyElements.Scope ofJson() {
    return JsonBodyElements.Scope.valueOf(name());
  }

  void add(String key, String value, List<byte[]> texts) {
    if (this != VALUE) {
      texts.add(key.getBytes(StandardCharsets.ISO_8859_1));
    }
    if (this != KEY) {
      texts.add(value.getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
