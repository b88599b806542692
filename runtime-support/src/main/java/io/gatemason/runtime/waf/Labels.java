package io.gatemason.runtime.waf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The labels of a request while it is judged (docs/behaviour/web-acls.md#labels). Belongs to the
 * thread that serves the request.
 */
final class Labels {
  private static final String ROOT = "awswaf:";

  /** A service has one account, whichever one a template names. */
  private static final Pattern ACCOUNT = Pattern.compile("^awswaf:[0-9]{12}:");

  private final Set<String> names = new LinkedHashSet<>();

  void add(String name) {
    names.add(name);
  }

  List<String> all() {
    return List.copyOf(names);
  }

  /**
   * Whether there is a label.
   *
   * @param own how labels of the asking rule's ACL or group begin
   * @param key the whole label, or the end of one of these
   */
  boolean has(String own, String key) {
    if (key.startsWith(ROOT)) {
      String wanted = anyAccount(key);
      return names.stream().anyMatch(name -> anyAccount(name).equals(wanted));
    }
    return names.stream()
        .anyMatch(
            name ->
                name.startsWith(own) && (":" + name.substring(own.length())).endsWith(":" + key));
  }

  /** Those that have a namespace, {@code key} with its colon at the end. */
  List<String> in(String own, String key) {
    if (key.startsWith(ROOT)) {
      String wanted = anyAccount(key);
      return names.stream().filter(name -> anyAccount(name).startsWith(wanted)).toList();
    }
    return names.stream()
        .filter(name -> name.startsWith(own) && namespaces(name, own).contains(":" + key))
        .toList();
  }

  private static String namespaces(String name, String own) {
    String rest = ":" + name.substring(own.length());
    return rest.substring(0, rest.lastIndexOf(':') + 1);
  }

  /** A name that is the same for all accounts. */
  static String anyAccount(String name) {
    return ACCOUNT.matcher(name).replaceFirst("awswaf::");
  }
}
