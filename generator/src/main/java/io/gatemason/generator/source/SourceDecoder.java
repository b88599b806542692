package io.gatemason.generator.source;

import io.gatemason.generator.source.SyntaxProblem.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns the bytes of a file into text: strictly UTF-8, a byte order mark is dropped. */
public final class SourceDecoder {
  private SourceDecoder() {}

  /**
   * Decodes a file.
   *
   * @param name the name shown to users
   * @param problem receives the first place that is not UTF-8
   * @return the file; empty where a problem was reported
   */
  public static Optional<SourceFile> decode(
      String name, byte[] bytes, Consumer<SyntaxProblem> problem) {
    int start = hasMark(bytes) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      return Optional.of(new SourceFile(name, out.flip().toString()));
    }
    int wrong = bytes[in.position()] & 0xFF;
    int at = out.position();
    SourceFile shown =
        new SourceFile(
            name, new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
    problem.accept(
        new SyntaxProblem(
            Kind.ENCODING,
            new Range(shown, shown.position(at), shown.position(at + 1)),
            "byte %02X is not UTF-8 here".formatted(wrong),
            "save the file as UTF-8",
            Optional.empty()));
    return Optional.empty();
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
