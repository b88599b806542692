package io.gatemason.runtime.waf.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A place in a text that a browser takes for HTML (WHATWG HTML, section 13.2.5). */
final class HtmlCursor {
  private final byte[] text;
  private int place;
  private String name = "";
  private byte[] value = {};

  HtmlCursor(byte[] text, int place) {
    this.text = text;
    this.place = place;
  }

  /** The name of the attribute read last, in lower case. */
  String name() {
    return name;
  }

  /** The value of the attribute read last, as it is written; empty if it has none. */
  byte[] value() {
    return value;
  }

  /** Goes behind the next character that begins a tag; false at the end. */
  boolean nextTag() {
    while (place < text.length) {
      if (text[place++] == '<') {
        return true;
      }
    }
    return false;
  }

  /** The name of a tag here, in lower case and without a prefix; empty if there is none. */
  String tagName() {
    int from = Letters.at(text, place) == '/' ? place + 1 : place;
    if (!Letters.isLetter(Letters.at(text, from))) {
      return "";
    }
    int end = from;
    while (end < text.length && !isBlank(end) && "/>\"'<".indexOf(text[end]) < 0) {
      end++;
    }
    place = end;
    String tag = lower(from, end);
    return tag.substring(tag.lastIndexOf(':') + 1);
  }

  boolean startsWith(String word) {
    return Letters.startsWith(text, place, word);
  }

  /** Reads the next attribute of the tag in which this place is; false if the tag ends before. */
  boolean nextAttribute() {
    while (place < text.length && (isBlank(place) || text[place] == '/')) {
      place++;
    }
    if (place == text.length || text[place] == '>' || text[place] == '<') {
      return false;
    }
    int from = place++;
    while (place < text.length && !isBlank(place) && "/>=<".indexOf(text[place]) < 0) {
      place++;
    }
    name = lower(from, place);
    skipBlanks();
    value = new byte[0];
    if (Letters.at(text, place) == '=') {
      place++;
      skipBlanks();
      readValue();
    }
    return true;
  }

  private void readValue() {
    int quote = Letters.at(text, place);
    if (quote == '"' || quote == '\'') {
      int from = ++place;
      while (place < text.length && text[place] != quote) {
        place++;
      }
      value = Arrays.copyOfRange(text, from, place);
      place = Math.min(place + 1, text.length);
    } else {
      int from = place;
      skipUnquoted();
      value = Arrays.copyOfRange(text, from, place);
    }
  }

  /** Goes to the end of a value without quotes. */
  private void skipUnquoted() {
    while (place < text.length && !isBlank(place) && text[place] != '>') {
      place++;
    }
  }

  private void skipBlanks() {
    while (place < text.length && isBlank(place)) {
      place++;
    }
  }

  private boolean isBlank(int index) {
    return text[index] == ' ' || (text[index] >= 9 && text[index] <= 13);
  }

  private String lower(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
