package io.gatemason.runtime.waf.text;

import java.util.List;

/**
 * Finds scripts in text that a page may show (docs/behaviour/web-acls.md#detectors). The text is
 * read as a browser reads HTML: from its start, and as the rest of an attribute's value without
 * quotes, in single and in double ones; and as a URL. Takes linear time.
 */
public final class ScriptInjection {
  private static final List<String> DECLARATIONS =
      List.of("!entity", "!attlist", "?xml-stylesheet", "?import");

  private ScriptInjection() {}

  /** Whether a text runs a script in a page that shows it as it is. */
  public static boolean detects(byte[] text) {
    byte[] read = TextTransformation.REMOVE_NULLS.apply(text);
    HtmlCursor cursor = new HtmlCursor(read, 0);
    return hasTag(read)
        || hasAttribute(nextName(cursor), cursor)
        || ScriptThreats.isUrlWithCode(read)
        || leavesValue(read, '"')
        || leavesValue(read, '\'')
        || hasEvent(read);
  }

  /** Whether a dangerous tag begins anywhere, in a comment or a value too. */
  private static boolean hasTag(byte[] text) {
    HtmlCursor cursor = new HtmlCursor(text, 0);
    while (cursor.nextTag()) {
      if (DECLARATIONS.stream().anyMatch(cursor::startsWith)
          || ScriptThreats.isTag(cursor.tagName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean leavesValue(byte[] text, char quote) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == quote) {
        return hasAttribute("", new HtmlCursor(text, i + 1));
      }
    }
    return false;
  }

  /** Whether the tag in which a place is, or one behind it, has a dangerous attribute. */
  private static boolean hasAttribute(String first, HtmlCursor cursor) {
    String tag = first;
    do {
      while (cursor.nextAttribute()) {
        if (ScriptThreats.isAttribute(tag, cursor.name(), cursor.value())) {
          return true;
        }
      }
      tag = nextName(cursor);
    } while (!tag.isEmpty());
    return false;
  }

  /** The name of the next tag that has one, or nothing. */
  private static String nextName(HtmlCursor cursor) {
    while (cursor.nextTag()) {
      String tag = cursor.tagName();
      if (!tag.isEmpty()) {
        return tag;
      }
    }
    return "";
  }

  /** Whether an event whose value is a call is an attribute, behind a value without quotes. */
  private static boolean hasEvent(byte[] text) {
    HtmlCursor cursor = new HtmlCursor(text, 0);
    while (cursor.nextAttribute()) {
      if (ScriptThreats.isEvent(cursor.name()) && isCall(cursor.value())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCall(byte[] value) {
    for (byte each : value) {
      if (each == '(' || each == '`') {
        return true;
      }
    }
    return false;
  }
}
