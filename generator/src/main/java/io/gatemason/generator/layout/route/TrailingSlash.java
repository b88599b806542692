package io.gatemason.generator.layout.route;

/** What a slash at the end of a request's path means to the routes of a tree. */
public enum TrailingSlash {
  /** Nothing. */
  IGNORED,
  /** The path is none of theirs. */
  REFUSED,
  /** The path is one of theirs; those without it are not. */
  REQUIRED
}
