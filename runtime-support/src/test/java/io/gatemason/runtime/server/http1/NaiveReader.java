package io.gatemason.runtime.server.http1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request as the grammar of RFC 9112 is written, with patterns over a text that is there as
 * a whole: slow, without bounds, and easy to compare with the grammar.
 */
final class NaiveReader {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String VALUE = "[\\t\\x20-\\x7e\\x80-\\xff]*";
  private static final Pattern LINE =
      Pattern.compile("(" + TOKEN + ") ([\\x21-\\x7e]+) HTTP/1\\.([0-9])");
  private static final Pattern FIELD = Pattern.compile("(" + TOKEN + "):(" + VALUE + ")");
  private static final Pattern HOST =
      Pattern.compile(
          "(\\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*"
              + "(%25([0-9A-Za-z._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)?\\]"
              + "|([0-9A-Za-z._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)(:[0-9]{0,5})?");
  private static final Pattern SIZE =
      Pattern.compile(
          "([0-9A-Fa-f]{1,15})([ \\t]*;[ \\t]*"
              + TOKEN
              + "([ \\t]*=[ \\t]*("
              + TOKEN
              + "|\"([\\t \\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]"
              + "|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*\"))?)*\\r\\n");
  private static final Pattern TRAILERS =
      Pattern.compile("(" + TOKEN + ":" + VALUE + "\\r\\n)*\\r\\n");

  private NaiveReader() {}

  /** What a request is: its head in one text, null if it is refused. */
  static @Nullable String head(String text) {
    String head = text.replaceFirst("^(\\r\\n){0,2}", "");
    String[] lines = head.substring(0, head.indexOf("\r\n\r\n")).split("\r\n", -1);
    Matcher line = LINE.matcher(lines[0]);
    if (!line.matches()) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      Matcher field = FIELD.matcher(lines[i]);
      if (!field.matches()) {
        return null;
      }
      fields.add(field.group(1) + "=" + field.group(2).replaceAll("^[ \\t]+|[ \\t]+$", ""));
    }
    boolean old = line.group(3).equals("0");
    return framed(fields, old) ? line.group(1) + " " + line.group(2) + " " + fields : null;
  }

  private static boolean framed(List<String> fields, boolean old) {
    List<String> hosts = values(fields, "host").toList();
    List<String> lengths = values(fields, "content-length").toList();
    List<String> codings = values(fields, "transfer-encoding").toList();
    boolean host = old ? hosts.size() <= 1 : hosts.size() == 1;
    return host
        && hosts.stream().allMatch(each -> HOST.matcher(each).matches())
        && lengths.size() <= 1
        && lengths.stream().allMatch(each -> each.matches("[0-9]{1,18}"))
        && codings.size() <= 1
        && codings.stream().allMatch(each -> each.equalsIgnoreCase("chunked"))
        && (codings.isEmpty() || (lengths.isEmpty() && !old))
        && values(fields, "expect").allMatch(each -> each.equalsIgnoreCase("100-continue"));
  }

  private static Stream<String> values(List<String> fields, String name) {
    return fields.stream()
        .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(name + "="))
        .map(field -> field.substring(name.length() + 1));
  }

  /** The bytes of a chunked body and, behind a bar, what follows it; null if it is refused. */
  static @Nullable String chunked(String text) {
    StringBuilder body = new StringBuilder();
    String rest = text;
    while (true) {
      Matcher size = SIZE.matcher(rest);
      if (!size.lookingAt()) {
        return null;
      }
      long length = Long.parseLong(size.group(1), 16);
      rest = rest.substring(size.end());
      if (length == 0) {
        Matcher trailers = TRAILERS.matcher(rest);
        return trailers.lookingAt() ? body + "|" + rest.substring(trailers.end()) : null;
      }
      if (length + 2 > rest.length() || !rest.startsWith("\r\n", (int) length)) {
        return null;
      }
      body.append(rest, 0, (int) length);
      rest = rest.substring((int) length + 2);
    }
  }
}
