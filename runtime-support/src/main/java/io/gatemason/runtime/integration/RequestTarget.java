package io.gatemason.runtime.integration;

import io.gatemason.runtime.transport.TargetText;
import java.util.ArrayList;
import java.util.List;

/** Path and query of a request to a backend while they are put together. Not thread-safe. */
final class RequestTarget {
  private final List<Parameter> query = new ArrayList<>();
  private String path = "/";

  /** A query parameter, decoded. */
  private record Parameter(String name, String value) {}

  /** Sets the path, with or without a query of its own; it is raw. */
  void path(String rawPathAndQuery) {
    path = rawPathAndQuery;
  }

  /** Adds a raw path behind the one that is set, before its query. */
  void append(String rawPath) {
    int query = path.indexOf('?');
    String before = query < 0 ? path : path.substring(0, query);
    String stem = before.endsWith("/") ? before.substring(0, before.length() - 1) : before;
    path = stem + rawPath + (query < 0 ? "" : path.substring(query));
  }

  /** Sets another raw path, and leaves the query, to which nothing in the path belongs. */
  void replacePath(String rawPath) {
    int query = path.indexOf('?');
    path = rawPath.replace("?", "%3F") + (query < 0 ? "" : path.substring(query));
  }

  void add(String name, String value) {
    query.add(new Parameter(name, value));
  }

  void remove(String name) {
    query.removeIf(parameter -> parameter.name().equals(name));
  }

  boolean has(String name) {
    return query.stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  /** The target as the request line has it, for a backend whose paths begin with the prefix. */
  String below(String pathPrefix) {
    StringBuilder target = new StringBuilder(pathPrefix.length() + path.length() + 64);
    target.append(pathPrefix);
    if (!path.startsWith("/")) {
      target.append('/');
    }
    TargetText.appendRaw(target, path);
    char separator = path.indexOf('?') < 0 ? '?' : '&';
    for (Parameter parameter : query) {
      TargetText.appendComponent(target.append(separator), parameter.name());
      TargetText.appendComponent(target.append('='), parameter.value());
      separator = '&';
    }
    return target.toString();
  }
}
