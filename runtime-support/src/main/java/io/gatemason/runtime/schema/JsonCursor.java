package io.gatemason.runtime.schema;

import com.fasterxml.jackson.core.JsonTokenId;
import java.math.BigDecimal;

/**
 * A place in a JSON value that moves forward only: over the bytes of a body, or over a tree where a
 * value has to be looked at more than once. Not thread-safe.
 *
 * <p>A container that a check leaves unread is skipped by the next move. While a tree is walked
 * with findings, {@link #failed} records and answers true; otherwise it answers false.
 */
public abstract class JsonCursor {
  static final int OBJECT = JsonTokenId.ID_START_OBJECT;
  static final int OBJECT_END = JsonTokenId.ID_END_OBJECT;
  static final int ARRAY = JsonTokenId.ID_START_ARRAY;
  static final int ARRAY_END = JsonTokenId.ID_END_ARRAY;
  static final int STRING = JsonTokenId.ID_STRING;
  static final int INTEGER = JsonTokenId.ID_NUMBER_INT;
  static final int FLOAT = JsonTokenId.ID_NUMBER_FLOAT;
  static final int TRUE = JsonTokenId.ID_TRUE;
  static final int FALSE = JsonTokenId.ID_FALSE;
  static final int NULL = JsonTokenId.ID_NULL;

  JsonCursor() {}

  /** Enters an object; false if the value is none, or one without members. */
  public abstract boolean firstMember();

  /** Goes on to the next member; false after the last one. */
  public abstract boolean nextMember();

  /** The name of the member at which the cursor stands. */
  public abstract String name();

  /** Enters an array; false if the value is none, or one without items. */
  public abstract boolean firstItem();

  /** Goes on to the next item; false after the last one. */
  public abstract boolean nextItem();

  /** The index of the item at which the cursor stands, counted from 0. */
  public abstract int index();

  /**
   * Notes that the object being read has a member that is required somewhere; always true.
   *
   * @param position the position of its name in {@link RequiredNames}, below 64
   */
  public abstract boolean saw(int position);

  /** Notes that a schema applied to this member or item, for unevaluated ones; always true. */
  public abstract boolean evaluated();

  /** A cursor at this value that can be rewound; this cursor moves past it. */
  public abstract JsonCursor hold();

  /** Goes back to the value that was held. */
  public abstract JsonCursor rewind();

  /** Goes back to the value that was held, to check it against another schema of its parent. */
  abstract JsonCursor again();

  /** What stands here; the end kinds after the last member or item was read. */
  abstract int kind();

  /** The characters of a string; valid until the cursor moves. */
  abstract CharSequence text();

  /** Whether an integer is in the range of long. */
  abstract boolean isLong();

  abstract long longValue();

  /** The number as written; empty where that is not at hand. */
  abstract CharSequence digits();

  /** The number, correctly rounded. */
  abstract double doubleValue();

  /** The number, exactly. */
  abstract BigDecimal decimalValue();

  /** Which names of {@link RequiredNames} the object just read has. */
  abstract long seen();

  /** How many members or items the container just read has. */
  abstract int size();

  /** Something that prints as the value in messages; made only if a message is. */
  abstract Object printed();

  /** Whether all errors are wanted, not only a verdict. */
  abstract boolean collects();

  /** Records an error and answers true, or answers false where only the verdict counts. */
  abstract boolean failed(SchemaKeyword keyword, String format, Object... arguments);

  /** Whether the held value satisfies a schema; leaves no findings. */
  abstract boolean probe(SchemaCheck check);

  /** Applies one more schema to the held value; its findings stand at the place of a keyword. */
  abstract boolean inline(SchemaKeyword keyword, SchemaCheck check);

  /** The first match of a pattern, with matchers reused per cursor. */
  abstract boolean matches(SchemaPattern pattern, CharSequence text);

  final boolean isNumber() {
    return kind() == INTEGER || kind() == FLOAT;
  }
}
