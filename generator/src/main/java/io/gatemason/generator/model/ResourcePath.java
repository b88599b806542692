package io.gatemason.generator.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a resource, as {@code /pets/{petId}}.
 *
 * @param text as written, starting with {@code /}
 * @param segments without the slashes; empty for the root
 */
public record ResourcePath(String text, List<Segment> segments) {

  /**
   * One part of a path.
   *
   * @param kind what it matches
   * @param name the text of a static segment, the bare name of a variable
   */
  public record Segment(Kind kind, String name) {}

  /** What a segment matches, the most specific kind first. */
  public enum Kind {
    /** Exactly its own text. */
    STATIC,
    /** One non-empty segment. */
    VARIABLE,
    /** One or more segments up to the end of the path. */
    GREEDY
  }

  public ResourcePath {
    segments = List.copyOf(segments);
  }

  /** Reads a path; a trailing slash is dropped and doubled ones count once. */
  public static ResourcePath of(String text) {
    List<Segment> segments = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      if (part.startsWith("{") && part.endsWith("+}")) {
        segments.add(new Segment(Kind.GREEDY, part.substring(1, part.length() - 2)));
      } else if (part.startsWith("{") && part.endsWith("}")) {
        segments.add(new Segment(Kind.VARIABLE, part.substring(1, part.length() - 1)));
      } else if (!part.isEmpty()) {
        segments.add(new Segment(Kind.STATIC, part));
      }
    }
    return new ResourcePath(text, segments);
  }
}
