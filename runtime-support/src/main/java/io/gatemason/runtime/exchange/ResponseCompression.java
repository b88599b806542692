package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.RequestFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Chooses the content coding of a response from Accept-Encoding, and encodes. */
final class ResponseCompression {
  private static final String ACCEPT_ENCODING = "Accept-Encoding";
  private static final String GZIP = "gzip";
  private static final String DEFLATE = "deflate";

  private ResponseCompression() {}

  /**
   * The coding that the client wants most, if it is one that the gateway has: "gzip" or "deflate",
   * the first if both are wanted alike. Null if the header is missing, names no coding explicitly,
   * or wants another one more.
   */
  static @Nullable String choose(RequestFields fields) {
    if (!fields.has(ACCEPT_ENCODING)) {
      return null;
    }
    double best = 0;
    boolean gzip = false;
    boolean deflate = false;
    String accepted = String.join(",", fields.all(ACCEPT_ENCODING));
    for (String item : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      int semicolon = item.indexOf(';');
      String coding = (semicolon < 0 ? item : item.substring(0, semicolon)).trim();
      double weight = semicolon < 0 ? 1 : weight(item.substring(semicolon + 1));
      if (coding.isEmpty() || coding.equals("*") || weight < best || weight == 0) {
        continue;
      }
      boolean better = weight > best;
      gzip = coding.equals(GZIP) || (gzip && !better);
      deflate = coding.equals(DEFLATE) || (deflate && !better);
      best = weight;
    }
    return gzip ? GZIP : deflate ? DEFLATE : null;
  }

  private static double weight(String parameters) {
    String trimmed = parameters.trim();
    if (!trimmed.startsWith("q=")) {
      return 1;
    }
    try {
      return Double.parseDouble(trimmed.substring(2));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A stream that encodes what is written to {@code out}; {@code out} itself without a coding. */
  static OutputStream encoder(OutputStream out, @Nullable String coding) throws IOException {
    if (coding == null) {
      return out;
    }
    return coding.equals("gzip")
        ? new GZIPOutputStream(out, 512, true)
        : new DeflaterOutputStream(out, true);
  }

  /** The body in that coding. */
  static byte[] compressed(byte[] body, String coding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2 + 64);
    try (OutputStream out = encoder(bytes, coding)) {
      out.write(body);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }
}
