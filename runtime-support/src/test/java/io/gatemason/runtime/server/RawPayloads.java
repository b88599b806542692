package io.gatemason.runtime.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of raw payloads, which says itself what its columns mean. */
final class RawPayloads {
  private static final Path TABLE = Path.of("src/test/resources/listener/http1-payloads.tsv");
  private static final Pattern REPEATED = Pattern.compile("\\{([^{}*]+)\\*([0-9]+)\\}", 32);

  private RawPayloads() {}

  /**
   * One row.
   *
   * @param name what it is about
   * @param expected statuses, and whether the connection is open
   * @param seen what the backend saw
   * @param payload the bytes in parts; before each but the first the server has to say something
   */
  record Row(String name, String expected, String seen, List<byte[]> payload) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(RawPayloads::row);
  }

  private static Row row(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 4) {
      throw new IllegalStateException("not four columns: " + line);
    }
    List<byte[]> parts =
        Stream.of(columns[3].split("\\{wait\\}", -1)).map(RawPayloads::bytes).toList();
    return new Row(columns[0], columns[1], expand(columns[2]), parts);
  }

  private static byte[] bytes(String text) {
    return unescape(expand(text)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String expand(String text) {
    Matcher repeated = REPEATED.matcher(text);
    return repeated.replaceAll(
        found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        plain.append(text.charAt(i));
        continue;
      }
      i++;
      switch (text.charAt(i)) {
        case 'r' -> plain.append('\r');
        case 'n' -> plain.append('\n');
        case 't' -> plain.append('\t');
        case 'x' -> {
          plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }
}
