package io.gatemason.runtime.waf;

import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.waf.text.ScriptInjection;
import io.gatemason.runtime.waf.text.SqlInjection;
import io.gatemason.runtime.waf.text.TextTransformation;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a request: some texts, of which one has to pass a test. A part that the request does
 * not have is no text, and passes none. Belongs to the thread that serves the request
 * (docs/behaviour/web-acls.md#fields).
 */
public final class Field {
  private static final Field ALWAYS = new Field(List.of(), true);
  private static final Field NEVER = new Field(List.of(), false);

  private final List<byte[]> texts;
  private final boolean passes;
  private @Nullable Map<TextTransformation, Field> transformed;

  private Field(List<byte[]> texts, boolean passes) {
    this.texts = texts;
    this.passes = passes;
  }

  static Field of(List<byte[]> texts) {
    return texts.isEmpty() ? NEVER : new Field(texts, false);
  }

  static Field of(byte[] text) {
    return new Field(List.of(text), false);
  }

  /** A field that passes every test, or none. */
  static Field passing(boolean passes) {
    return passes ? ALWAYS : NEVER;
  }

  /** The field with its texts transformed, one transformation after the other. */
  public Field as(TextTransformation... transformations) {
    Field field = this;
    for (TextTransformation transformation : transformations) {
      field = field.as(transformation);
    }
    return field;
  }

  private Field as(TextTransformation transformation) {
    if (texts.isEmpty() || transformation == TextTransformation.NONE) {
      return this;
    }
    Map<TextTransformation, Field> known = transformed;
    if (known == null) {
      known = new EnumMap<>(TextTransformation.class);
      transformed = known;
    }
    Field made = known.get(transformation);
    if (made == null) {
      made = new Field(texts.stream().map(transformation::apply).toList(), false);
      MemoryBudget.hold(made.texts.stream().mapToLong(text -> text.length).sum());
      known.put(transformation, made);
    }
    return made;
  }

  /** Whether a text is the same. */
  public boolean is(SearchString string) {
    return any(string::is);
  }

  /** Whether a text starts with it. */
  public boolean startsWith(SearchString string) {
    return any(string::starts);
  }

  /** Whether a text ends with it. */
  public boolean endsWith(SearchString string) {
    return any(string::ends);
  }

  /** Whether a text contains it. */
  public boolean contains(SearchString string) {
    return any(string::isIn);
  }

  /** Whether a text contains it as a word. */
  public boolean containsWord(SearchString string) {
    return any(string::isWordOf);
  }

  /** Whether one of the expressions is found in a text. */
  public boolean contains(Patterns patterns) {
    return passes || patterns.areInAny(texts);
  }

  /** Whether the size of a text in bytes compares so with a number. */
  public boolean size(Comparison comparison, long bytes) {
    return any(text -> comparison.holds(text.length, bytes));
  }

  /**
   * Whether a text looks as if it were to change a statement of SQL.
   *
   * @param sensitive whether what may be harmless counts too
   */
  public boolean hasSqlInjection(boolean sensitive) {
    return any(text -> SqlInjection.detects(text, sensitive));
  }

  /** Whether a text looks as if it were to run in a page. */
  public boolean hasScript() {
    return any(ScriptInjection::detects);
  }

  /** The texts, a character for each byte. */
  List<String> characters() {
    return texts.stream().map(text -> new String(text, StandardCharsets.ISO_8859_1)).toList();
  }

  private boolean any(Predicate<byte[]> test) {
    if (passes) {
      return true;
    }
    for (byte[] text : texts) {
      if (test.test(text)) {
        return true;
      }
    }
    return false;
  }
}
