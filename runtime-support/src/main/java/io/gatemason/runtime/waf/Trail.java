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
  private final List<WebAclOutcome.Group> groups = new ArrayList<>();
  private final Map<String, String> inserted;

  Trail() {
    this(new TreeMap<>());
  }

  private Trail(Map<String, String> inserted) {
    this.inserted = inserted;
  }

  /** A trail of the rules of a group, whose headers are those of the request all the same. */
  Trail ofGroup() {
    return new Trail(inserted);
  }

  /** A rule that only counts has matched. */
  void counted(String rule) {
    counted.add(rule);
  }

  /** A group was asked. */
  void asked(WebAclOutcome.Group group) {
    groups.add(group);
  }

  /** The request gets headers if it goes on; a later one of a name replaces an earlier one. */
  void insert(Map<String, String> headers) {
    headers.forEach((name, value) -> inserted.put(PREFIX + name.toLowerCase(Locale.ROOT), value));
  }

  List<String> counted() {
    return counted;
  }

  List<WebAclOutcome.Group> groups() {
    return groups;
  }

  Map<String, String> inserted() {
    return inserted;
  }
}
