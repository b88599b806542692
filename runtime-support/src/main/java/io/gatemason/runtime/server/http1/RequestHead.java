package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.client.RequestFields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP/1 request as it came: names and values are places in its bytes until somebody
 * asks. {@link HeadReader} fills it, {@link Framing} says what it means for the connection.
 */
public final class RequestHead implements RequestFields {
  /** Places of a field: begin and end of its name, begin and end of its value. */
  private static final int PLACES = 4;

  private static final int USUAL_FIELDS = 16;

  private byte[] bytes = {};
  private int base;
  private int methodEnd;
  private int targetStart;
  private int targetEnd;
  private int minor;
  private int[] places = new int[PLACES * USUAL_FIELDS];

  /** The values that somebody has asked for; a few are asked for again and again. */
  private @Nullable String[] values = {};

  private int count;
  private long length;

  /** Begins with a request line; places count from where the head begins. */
  public void line(int methodStart, int methodTo, int targetFrom, int targetTo, int minorVersion) {
    base = methodStart;
    methodEnd = methodTo;
    targetStart = targetFrom;
    targetEnd = targetTo;
    minor = minorVersion;
  }

  /** Adds a field, whose line ends at {@code lineEnd}, with all the blanks around its value. */
  public void field(int nameStart, int nameEnd, int valueStart, int valueEnd, int lineEnd) {
    if (PLACES * count == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    int place = PLACES * count;
    places[place] = nameStart;
    places[place + 1] = nameEnd;
    places[place + 2] = valueStart;
    places[place + 3] = valueEnd;
    count++;
    int meant = nameEnd - nameStart + valueEnd - valueStart + 4;
    length += Math.max(meant, lineEnd - nameStart + 2);
  }

  /** The head is complete: it lies in {@code array} from {@code start} on. */
  public void in(byte[] array, int start) {
    bytes = array;
    base += start;
    methodEnd += start;
    targetStart += start;
    targetEnd += start;
    for (int i = 0; i < PLACES * count; i++) {
      places[i] += start;
    }
  }

  /** The sum of names and values, and four for each field; of what is padded, all that came. */
  public long length() {
    return length;
  }

  public String method() {
    return switch (methodEnd - base) {
      case 3 -> is(base, methodEnd, "GET") ? "GET" : text(base, methodEnd);
      case 4 -> is(base, methodEnd, "POST") ? "POST" : text(base, methodEnd);
      default -> text(base, methodEnd);
    };
  }

  public String target() {
    return text(targetStart, targetEnd);
  }

  public int targetLength() {
    return targetEnd - targetStart;
  }

  /** The digit behind {@code HTTP/1.}. */
  public int minor() {
    return minor;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public String name(int index) {
    return text(places[PLACES * index], places[PLACES * index + 1]);
  }

  @Override
  public String value(int index) {
    if (values.length == 0) {
      values = new String[count];
    }
    String known = values[index];
    if (known == null) {
      known = text(places[PLACES * index + 2], places[PLACES * index + 3]);
      values[index] = known;
    }
    return known;
  }

  public int nameLength(int index) {
    return places[PLACES * index + 1] - places[PLACES * index];
  }

  @Override
  public int find(String name, int from) {
    int wanted = name.length();
    for (int i = from; i < count; i++) {
      int start = places[PLACES * i];
      if (places[PLACES * i + 1] - start == wanted && same(start, name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a field has that name, which is in lower case. */
  public boolean named(int index, String name) {
    return nameLength(index) == name.length() && same(places[PLACES * index], name);
  }

  private boolean same(int start, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (lower(bytes[start + i]) != lower((byte) name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  private boolean is(int from, int to, String text) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != text.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
