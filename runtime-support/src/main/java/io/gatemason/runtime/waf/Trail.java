package io.gatemason.runtime.waf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules have left behind before the judgement ends. Belongs to the thread that serves the
 * request.
 */
final class Trail {
  private static final String PREFIX = "x-amzn-waf-";

  private final List<String> counted = new ArrayList<>();
  private final List<String> passed = new ArrayList<>();
  private final Map<String, String> inserted = new TreeMap<>();

  /** A rule that only counts has matched. */
  void counted(String rule) {
    counted.add(rule);
  }

  /** No rule of a group has ended the judgement. */
  void passed(String rule) {
    passed.add(rule);
  }

  /** The request gets headers if it goes on; a later one of a name replaces an earlier one. */
  void insert(Map<String, String> headers) {
    headers.forEach((name, value) -> inserted.put(PREFIX + name.toLowerCase(Locale.ROOT), value));
  }

  List<String> counted() {
    return counted;
  }

  List<String> passed() {
    return passed;
  }

  Map<String, String> inserted() {
    return inserted;
  }
}
