package io.gatemason.runtime.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables of what is sent to a listener; each says itself what its columns mean. */
final class RawPayloads {
  private static final Path TABLES = Path.of("src/test/resources/listener");
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
    return lines("http1-payloads.tsv").map(RawPayloads::row);
  }

  /** The lines of a table, as columns. */
  static Stream<List<String>> lines(String table) throws IOException {
    return Files.readAllLines(TABLES.resolve(table), StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)));
  }

  private static Row row(List<String> columns) {
    if (columns.size() != 4) {
      throw new IllegalStateException("not four columns: " + columns);
    }
    List<byte[]> parts =
        Stream.of(columns.get(3).split("\\{wait\\}", -1)).map(RawPayloads::bytes).toList();
    return new Row(columns.get(0), columns.get(1), expand(columns.get(2)), parts);
  }

  /** The bytes that a column stands for. */
  static byte[] bytes(String text) {
    return unescape(expand(text)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The text that a column of seen requests stands for. */
  static String expand(String text) {
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
