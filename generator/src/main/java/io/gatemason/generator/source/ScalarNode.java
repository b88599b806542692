package io.gatemason.generator.source;

import java.util.Locale;
import java.util.Optional;

/** Text, a number, a boolean or null. */
public final class ScalarNode extends Node {

  /** What a scalar is, by the YAML 1.2 core schema or the JSON grammar. */
  public enum Kind {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    NULL
  }

  private final Kind scalarKind;
  private final String text;
  private final boolean verbatim;

  /**
   * Creates a scalar whose text was read from {@code range} by undoing the quoting found there.
   *
   * @param tag the local YAML tag, or empty
   * @param text the value as text: unquoted for strings, as written for numbers and booleans
   */
  public ScalarNode(Range range, String tag, Kind scalarKind, String text) {
    this(range, tag, scalarKind, text, true);
  }

  private ScalarNode(Range range, String tag, Kind scalarKind, String text, boolean verbatim) {
    super(range, tag);
    this.scalarKind = scalarKind;
    this.text = text;
    this.verbatim = verbatim;
  }

  /** The same place with another text, as after a substitution; positions inside are then lost. */
  public ScalarNode withText(String newText) {
    return newText.equals(text) ? this : new ScalarNode(range(), "", Kind.STRING, newText, false);
  }

  /** What this scalar is. */
  public Kind scalarKind() {
    return scalarKind;
  }

  /** The value as text: unquoted for strings, as written for numbers, booleans and null. */
  public String text() {
    return text;
  }

  /**
   * The place in the file of a character of {@link #text()}, also inside quoted and block scalars.
   * Where the text was changed by a substitution this is the start of the scalar.
   *
   * @param offset an offset into {@link #text()} in UTF-16 units; its length gives the end
   */
  public Position position(int offset) {
    return verbatim ? ScalarPositions.locate(range(), text, offset) : range().start();
  }

  @Override
  public Optional<ScalarNode> asScalar() {
    return Optional.of(this);
  }

  @Override
  public boolean isNull() {
    return scalarKind == Kind.NULL;
  }

  @Override
  public String kind() {
    return scalarKind.name().toLowerCase(Locale.ROOT);
  }
}
