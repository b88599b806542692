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

  /** The kinds of problems; only of a file with the last two is there a tree. */
  public enum Kind {
    /** Neither YAML nor JSON. */
    MALFORMED,
    /** A byte sequence that is not UTF-8. */
    ENCODING,
    /** A control character that neither format allows. */
    CHARACTER,
    /** A tab where YAML wants spaces. */
    TAB,
    /** The text is larger than the limit. */
    TOO_LARGE,
    /** Values are nested deeper than the limit. */
    TOO_DEEP,
    /** More values than the limit, aliases counted by what they stand for. */
    TOO_MANY_VALUES,
    /** A key longer than the limit. */
    LONG_KEY,
    /** Nothing but white space and comments. */
    EMPTY,
    /** A second YAML document in the file. */
    SECOND_DOCUMENT,
    /** A key that is not text. */
    COMPOUND_KEY,
    /** An alias whose anchor is missing, or stands around the alias. */
    UNKNOWN_ALIAS,
    /** A YAML tag that names a type of a programming language. */
    FOREIGN_TAG,
    /** A key that stands twice in one object; the last one counts. */
    DUPLICATE_KEY,
    /** A {@code .json} file that only a YAML parser can read. */
    NOT_STRICT_JSON
  }
}
