package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.Call;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.RequestValues;
import io.gatemason.runtime.json.JsonScalar;
import java.util.List;

/**
 * A line of an access log in the making. Whatever a value holds, the line stays one line, and what
 * stands around the value keeps its meaning; a variable without a value is {@code -}. What an
 * authorizer said is named by its path, such as {@code "claims", "sub"}. Belongs to the thread that
 * serves the request. Source: {@code docs/behaviour/logs.md#access}.
 */
public final class AccessLine {
  private static final String UNSET = "-";

  private final Call call;
  private final StringBuilder line;

  /** An empty line about {@code call}, which has ended; lines are about so long. */
  AccessLine(Call call, int typicalLength) {
    this.call = call;
    this.line = new StringBuilder(typicalLength);
  }

  /** Adds text of the format as it is. */
  public AccessLine text(String constant) {
    line.append(constant);
    return this;
  }

  /** Adds a value between blanks or the like. */
  public AccessLine plain(ContextVariable variable) {
    return addPlain(value(variable));
  }

  /** Adds what an authorizer said between blanks or the like. */
  public AccessLine plain(String... path) {
    return addPlain(value(path));
  }

  /** Adds a value between quotation marks, with {@code \} before those in it. */
  public AccessLine quoted(ContextVariable variable) {
    return addQuoted(value(variable));
  }

  /** Adds what an authorizer said between quotation marks, with {@code \} before those in it. */
  public AccessLine quoted(String... path) {
    return addQuoted(value(path));
  }

  /** Adds a value to a string of JSON. */
  public AccessLine json(ContextVariable variable) {
    return addJson(value(variable));
  }

  /** Adds what an authorizer said to a string of JSON. */
  public AccessLine json(String... path) {
    return addJson(value(path));
  }

  /** Adds a value of JSON: what is no number, truth value or string of JSON becomes a string. */
  public AccessLine jsonValue(ContextVariable variable) {
    return addJsonValue(value(variable));
  }

  /** Adds what an authorizer said as a value of JSON, as for a variable. */
  public AccessLine jsonValue(String... path) {
    return addJsonValue(value(path));
  }

  /** Adds a value to text or an attribute of XML. */
  public AccessLine xml(ContextVariable variable) {
    return addXml(value(variable));
  }

  /** Adds what an authorizer said to text or an attribute of XML. */
  public AccessLine xml(String... path) {
    return addXml(value(path));
  }

  /** Adds a value as a field of CSV, with quotation marks if it needs them. */
  public AccessLine csv(ContextVariable variable) {
    return addCsv(value(variable));
  }

  /** Adds what an authorizer said as a field of CSV, with quotation marks if it needs them. */
  public AccessLine csv(String... path) {
    return addCsv(value(path));
  }

  /** Adds a value to a field of CSV that stands in quotation marks. */
  public AccessLine csvQuoted(ContextVariable variable) {
    return addCsvQuoted(value(variable));
  }

  /** Adds what an authorizer said to a field of CSV that stands in quotation marks. */
  public AccessLine csvQuoted(String... path) {
    return addCsvQuoted(value(path));
  }

  private String value(ContextVariable variable) {
    String value = call.context().text(variable);
    if (value == null && variable.path().getFirst().equals("authorizer")) {
      return value(variable.path().getLast());
    }
    return value == null || value.isEmpty() ? UNSET : value;
  }

  private String value(String... path) {
    if (path.length > 1 && path[0].endsWith("Override")) {
      String set = call.context().override(path);
      return set == null || set.isEmpty() ? UNSET : set;
    }
    List<String> said = call.context().authorizer(path);
    return said.isEmpty() ? UNSET : RequestValues.text(said, UNSET);
  }

  private AccessLine addPlain(String value) {
    line.append(LogEvent.oneLine(value));
    return this;
  }

  private AccessLine addQuoted(String value) {
    escaped(value, '"', '\\', '\\');
    return this;
  }

  /** Control characters have become blanks, so JSON demands no more than quotation marks do. */
  private AccessLine addJson(String value) {
    return addQuoted(value);
  }

  private AccessLine addJsonValue(String value) {
    if (LogEvent.oneLine(value).equals(value) && JsonScalar.is(value)) {
      line.append(value);
    } else {
      line.append('"');
      addJson(value).text("\"");
    }
    return this;
  }

  private AccessLine addCsv(String value) {
    boolean bare = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
    if (bare) {
      return addPlain(value);
    }
    line.append('"');
    addCsvQuoted(value);
    line.append('"');
    return this;
  }

  private AccessLine addCsvQuoted(String value) {
    escaped(value, '"', '"', '"');
    return this;
  }

  private AccessLine addXml(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> line.append("&amp;");
        case '<' -> line.append("&lt;");
        case '>' -> line.append("&gt;");
        case '"' -> line.append("&quot;");
        case '\'' -> line.append("&apos;");
        default -> line.append(isOfXml(value, i) ? c : ' ');
      }
    }
    return this;
  }

  /** Puts {@code escape} before two characters. */
  private void escaped(String value, char first, char second, char escape) {
    int plain = 0;
    int length = value.length();
    while (plain < length && isPlain(value.charAt(plain), first, second)) {
      plain++;
    }
    line.append(value, 0, plain);
    for (int i = plain; i < length; i++) {
      char c = value.charAt(i);
      if (c == first || c == second) {
        line.append(escape);
      }
      line.append(LogEvent.isOfLine(c) ? c : ' ');
    }
  }

  private static boolean isPlain(char c, char first, char second) {
    return c != first && c != second && LogEvent.isOfLine(c);
  }

  private static boolean isOfXml(String value, int index) {
    char c = value.charAt(index);
    if (Character.isSurrogate(c)) {
      boolean paired =
          Character.isHighSurrogate(c)
              ? index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1))
              : index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
      return paired;
    }
    return LogEvent.isOfLine(c) && c < 0xfffe;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
