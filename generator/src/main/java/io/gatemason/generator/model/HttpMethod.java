package io.gatemason.generator.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The verb of a method, in the order in which generated code lists them. */
public enum HttpMethod {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS,
  /** Every verb that the resource does not declare. */
  ANY;

  private static final Map<String, HttpMethod> BY_MEMBER = byMember();

  /** All of them as integrations write them. */
  public static List<String> names() {
    return Arrays.stream(values()).map(HttpMethod::name).toList();
  }

  /** What settings for a method that has this one may name: itself, and for ANY every verb. */
  public List<String> settable() {
    return this == ANY ? names() : List.of(name());
  }

  /** All of them by the member of a path that declares them, in the order of the constants. */
  public static Map<String, HttpMethod> members() {
    return BY_MEMBER;
  }

  private static Map<String, HttpMethod> byMember() {
    Map<String, HttpMethod> members = new LinkedHashMap<>();
    for (HttpMethod method : values()) {
      boolean any = method == ANY;
      members.put(
          any ? "x-amazon-apigateway-any-method" : method.name().toLowerCase(Locale.ROOT), method);
    }
    return Collections.unmodifiableMap(members);
  }
}
