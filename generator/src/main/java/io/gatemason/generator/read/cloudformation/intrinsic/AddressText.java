package io.gatemason.generator.read.cloudformation.intrinsic;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Addresses as text (RFC 4291, section 2.2, without its third form). The platform's reader would
 * ask a name server for whatever is none, and a document must not make a build ask.
 */
final class AddressText {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
  private static final Pattern GROUPS =
      Pattern.compile("(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})*)?");
  private static final int WORDS = 8;

  private AddressText() {}

  /** The four or sixteen bytes of an address; empty if the text is none. */
  static Optional<byte[]> bytes(String text) {
    return V4.matcher(text).matches() ? Optional.of(v4(text)) : v6(text);
  }

  private static byte[] v4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  private static Optional<byte[]> v6(String text) {
    int gap = text.indexOf("::");
    String front = gap < 0 ? text : text.substring(0, gap);
    String back = gap < 0 ? "" : text.substring(gap + 2);
    if (!GROUPS.matcher(front).matches() || !GROUPS.matcher(back).matches()) {
      return Optional.empty();
    }
    List<String> words = words(front);
    List<String> last = words(back);
    int zeros = WORDS - words.size() - last.size();
    if (gap < 0 ? zeros != 0 : zeros < 1) {
      return Optional.empty();
    }
    IntStream.range(0, zeros).forEach(i -> words.add("0"));
    words.addAll(last);
    String hex =
        words.stream()
            .map(word -> "0".repeat(4 - word.length()) + word)
            .collect(Collectors.joining());
    return Optional.of(HexFormat.of().parseHex(hex));
  }

  private static List<String> words(String groups) {
    return groups.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(groups.split(":", -1)));
  }

  /** The address of four or sixteen bytes, with all of its parts. */
  static String of(byte[] bytes) {
    if (bytes.length == 4) {
      return IntStream.range(0, 4)
          .mapToObj(i -> String.valueOf(bytes[i] & 0xff))
          .collect(Collectors.joining("."));
    }
    return IntStream.range(0, WORDS)
        .map(i -> ((bytes[2 * i] & 0xff) << Byte.SIZE) | (bytes[2 * i + 1] & 0xff))
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining(":"));
  }
}
