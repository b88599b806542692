package io.gatemason.generator.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

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
  private final IntFunction<Position> positions;

  /**
   * Creates a scalar whose text was read from {@code range} by undoing the quoting found there.
   *
   * @param tag the local YAML tag, or empty
   * @param text the value as text: unquoted for strings, as written for numbers and booleans
   */
  public ScalarNode(Range range, String tag, Kind scalarKind, String text) {
    this(range, tag, scalarKind, text, new LazyPositions(range, text));
  }

  private ScalarNode(
      Range range, String tag, Kind scalarKind, String text, IntFunction<Position> positions) {
    super(range, tag);
    this.scalarKind = scalarKind;
    this.text = text;
    this.positions = positions;
  }

  /** A text that stands nowhere as it is, such as the result of a function written at a place. */
  public static ScalarNode computed(Range range, String text) {
    return new ScalarNode(range, "", Kind.STRING, text, offset -> range.start());
  }

  static ScalarNode read(
      TextView view, int start, int end, String tag, Kind scalarKind, String text) {
    Range range = view.range(start, end);
    return view.changed(start, end)
        ? new ScalarNode(range, tag, scalarKind, text, offset -> range.start())
        : new ScalarNode(range, tag, scalarKind, text);
  }

  /** The same place with another text, as after a substitution; positions inside are then lost. */
  public ScalarNode withText(String newText) {
    return newText.equals(text) ? this : computed(range(), newText);
  }

  /**
   * The same scalar with stretches of its text replaced, and without its tag. Positions behind a
   * replacement stay exact, those inside are the start of what was replaced. What was written
   * without quotes is judged anew: {@code ${timeout}} may become a number.
   *
   * @param edits offsets into {@link #text()}
   */
  public ScalarNode withEdits(List<TextView.Edit> edits) {
    OffsetMap map = new OffsetMap(text, edits);
    Kind kind = edits.isEmpty() ? scalarKind : quoted() ? Kind.STRING : CoreSchema.kind(map.text());
    return new ScalarNode(
        range(), "", kind, map.text(), offset -> position(map.original(offset, false)));
  }

  /** The same scalar with another local YAML tag. */
  public ScalarNode withTag(String tag) {
    return new ScalarNode(range(), tag, scalarKind, text, positions);
  }

  private boolean quoted() {
    int start = range().start().offset();
    return start < range().end().offset()
        && "\"'|>".indexOf(range().file().text().charAt(start)) >= 0;
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
   * Inside a stretch that a substitution changed this is the start of what it replaced.
   *
   * @param offset an offset into {@link #text()} in UTF-16 units; its length gives the end
   */
  public Position position(int offset) {
    return positions.apply(offset);
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

  /** Most scalars are never asked for places inside. */
  private static final class LazyPositions implements IntFunction<Position> {
    private final Range range;
    private final String text;
    private volatile @Nullable ScalarPositions positions;

    LazyPositions(Range range, String text) {
      this.range = range;
      this.text = text;
    }

    @Override
    public Position apply(int offset) {
      ScalarPositions known = positions;
      if (known == null) {
        known = ScalarPositions.of(range, text);
        positions = known;
      }
      return known.position(offset);
    }
  }
}
