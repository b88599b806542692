package io.gatemason.generator.source;

import java.util.Optional;

/**
 * Something wrong with the text of a file, found while its tree was read.
 *
 * @param kind what it is
 * @param range where
 * @param message what is wrong; one line, no full stop
 * @param hint the next action; empty text where there is none to give
 * @param first the other place of a conflict, such as the first of two equal keys
 */
public record SyntaxProblem(
    Kind kind, Range range, String message, String hint, Optional<Range> first) {

  /** The kinds of problems, and whether a tree can still be had. */
  public enum Kind {
    /** Neither YAML nor JSON. */
    MALFORMED(true),
    /** A byte sequence that is not UTF-8. */
    ENCODING(true),
    /** A control character that neither format allows. */
    CHARACTER(true),
    /** A tab where YAML wants spaces. */
    TAB(true),
    /** The text is larger than the limit. */
    TOO_LARGE(true),
    /** Values are nested deeper than the limit. */
    TOO_DEEP(true),
    /** More values than the limit, aliases counted by what they stand for. */
    TOO_MANY_VALUES(true),
    /** A key longer than the limit. */
    LONG_KEY(true),
    /** Nothing but white space and comments. */
    EMPTY(true),
    /** A second YAML document in the file. */
    SECOND_DOCUMENT(true),
    /** A key that is not text. */
    COMPOUND_KEY(true),
    /** An alias whose anchor is missing, or stands around the alias. */
    UNKNOWN_ALIAS(true),
    /** A YAML tag that names a type of a programming language. */
    FOREIGN_TAG(true),
    /** A key that stands twice in one object; the last one counts. */
    DUPLICATE_KEY(false),
    /** A {@code .json} file that only a YAML parser can read. */
    NOT_STRICT_JSON(false);

    private final boolean fatal;

    Kind(boolean fatal) {
      this.fatal = fatal;
    }

    /** Whether no tree comes of the file. */
    public boolean fatal() {
      return fatal;
    }
  }
}
