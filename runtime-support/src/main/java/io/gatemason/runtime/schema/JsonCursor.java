package io.gatemason.runtime.schema;

import com.fasterxml.jackson.core.JsonTokenId;
import io.gatemason.runtime.json.TextTable;
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

  /** What stands here; the end kinds after the last member or item was read. */
  int kind;

  JsonCursor() {}

  /** Enters an object; false if the value is none, or one without members. */
  public final boolean firstMember() {
    return firstMember(MemberNames.none());
  }

  /** As {@link #firstMember()}, in an object some of whose names are known. */
  public abstract boolean firstMember(MemberNames known);

  /** Goes on to the next member; false after the last one. */
  public final boolean nextMember() {
    return nextMember(MemberNames.none());
  }

  /** As {@link #nextMember()}, in an object some of whose names are known. */
  public abstract boolean nextMember(MemberNames known);

  /** The name of the member at which the cursor stands. */
  public abstract String name();

  /** Enters an array; false if the value is none, or one without items. */
  public abstract boolean firstItem();

  /** Goes on to the next item; false after the last one. */
  public abstract boolean nextItem();

  /** The index of the item at which the cursor stands, counted from 0. */
  public abstract int index();

  /** Notes that a schema applied to this member or item, for unevaluated ones; always true. */
  public abstract boolean evaluated();

  /** A cursor at this value that can be rewound; over bytes it then reads them again. */
  public abstract JsonCursor hold();

  /** A cursor over the tree of this value, which can be rewound; this cursor moves past it. */
  public abstract JsonCursor tree();

  /** Goes back to the value that was held. */
  public abstract JsonCursor rewind();

  /** Goes back to the value that was held, to check it against another schema of its parent. */
  abstract JsonCursor again();

  /** The characters of a string; valid until the cursor moves. */
  abstract CharSequence text();

  /** The number of characters (code points) of a string. */
  abstract int textLength();

  /** Whether a string is one of these texts; only asked of bytes. */
  abstract boolean isOneOf(TextTable texts);

  /** Whether a number is {@link #digits} divided by a power of ten. */
  abstract boolean isShort();

  /** The digits of a short number, with its sign. */
  abstract long digits();

  /** The power of ten, at least 0, by which the digits of a short number are divided. */
  abstract int scale();

  /** The number, exactly. */
  abstract BigDecimal decimalValue();

  /** Which required {@link MemberNames} the object just read has, one bit each. */
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

  /** Whether a pattern is found in a string. */
  abstract boolean matches(SchemaPattern pattern);

  /** Whether a pattern is found in the name of the member at which the cursor stands. */
  abstract boolean nameMatches(SchemaPattern pattern);

  final boolean isNumber() {
    return kind == INTEGER || kind == FLOAT;
  }
}
