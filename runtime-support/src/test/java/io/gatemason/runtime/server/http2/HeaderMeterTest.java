package io.gatemason.runtime.server.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.server.http2.HeaderMeter.Verdict;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sizes of header blocks (RFC 7541), compared with a table that keeps whole fields. */
final class HeaderMeterTest {
  private static final int STATIC = 61;

  /** Of 0, a, t, space, X and {@literal <} (RFC 7541, appendix B). */
  private static final List<String> CODES =
      List.of("00000", "00011", "01001", "010100", "11111100", "111111111111100");

  @Test
  void measuresIndexedFields() {
    HeaderMeter meter = new HeaderMeter(42, 200);
    assertEquals(Verdict.SOUND, measure(meter, 0x82));
    assertEquals(Verdict.SOUND, new HeaderMeter(42, 200).measure(new byte[] {(byte) 0x82}, 0, 1));
    assertEquals(Verdict.TOO_LONG, measure(new HeaderMeter(41, 200), 0x82));
  }

  @Test
  void refusesWhatIsNoBlock() {
    for (int[] block :
        new int[][] {
          {0x80},
          {0xBE},
          {0x40},
          {0x40, 1, 'a'},
          {0x00, 5, 'a', 0},
          {0xFF, 0xFF, 0xFF, 0xFF, 0xFF},
          {0x3F, 0xE2, 0x1F},
          {0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F},
          {0x00, 0x81, 0xFF, 0}
        }) {
      assertEquals(Verdict.MALFORMED, measure(new HeaderMeter(20_000, 200), block));
    }
  }

  /** One long field, then a reference of one byte to it for each field of the bomb. */
  @Test
  void seesThroughReferences() {
    HeaderMeter meter = new HeaderMeter(20_000, 200);
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    first.writeBytes(new byte[] {0x40, 1, 'a', 0x7F, (byte) 0xD1, 0x1D});
    first.writeBytes(new byte[3_920]);
    assertEquals(Verdict.SOUND, meter.measure(first.toByteArray(), 0, first.size()));
    assertEquals(Verdict.SOUND, measure(meter, 0xBE, 0xBE, 0xBE, 0xBE, 0xBE));
    assertEquals(Verdict.TOO_LONG, measure(meter, 0xBE, 0xBE, 0xBE, 0xBE, 0xBE, 0xBE));
  }

  @Test
  void countsFields() {
    byte[] fields = new byte[201];
    java.util.Arrays.fill(fields, (byte) 0x82);
    assertEquals(Verdict.TOO_LONG, new HeaderMeter(1 << 20, 200).measure(fields, 0, 201));
    assertEquals(Verdict.SOUND, new HeaderMeter(1 << 20, 200).measure(fields, 0, 200));
  }

  private static Verdict measure(HeaderMeter meter, int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return meter.measure(bytes, 0, bytes.length);
  }

  /**
   * An encoder that draws everything at random knows what its blocks come to; the meter, which may
   * take exactly that much, has to agree block after block.
   */
  @Test
  void agreesWithARandomEncoder() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Encoder encoder = new Encoder(random);
      HeaderMeter exact = new HeaderMeter(1 << 20, 1_000);
      for (int i = 0; i < 20; i++) {
        byte[] block = encoder.block();
        assertEquals(Verdict.SOUND, exact.measure(block, 0, block.length), "seed " + seed);
        long table = encoder.tableBytes();
        // What is in the tables is compared through a reference to the oldest entry there is.
        if (table > 0) {
          byte[] oldest = encoder.indexed(STATIC + encoder.entries());
          byte[] none = encoder.indexed(STATIC + encoder.entries() + 1);
          assertEquals(Verdict.SOUND, exact.measure(oldest, 0, oldest.length), "seed " + seed);
          assertEquals(
              Verdict.MALFORMED, exact.measure(none, 0, none.length), "seed " + seed + ", " + i);
        }
      }
    }
  }

  private static final class Encoder {
    private final SplittableRandom random;
    private final List<Integer> sizes = new ArrayList<>();
    private int most = 4_096;

    Encoder(SplittableRandom random) {
      this.random = random;
    }

    int entries() {
      return sizes.size();
    }

    long tableBytes() {
      return sizes.stream().mapToLong(Integer::longValue).sum();
    }

    byte[] block() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (random.nextInt(5) == 0) {
        most = random.nextInt(4_097);
        integer(out, 0x20, 5, most);
        evict(0);
      }
      for (int i = random.nextInt(12); i > 0; i--) {
        switch (random.nextInt(4)) {
          case 0 -> integer(out, 0x80, 7, 1 + random.nextInt(STATIC + sizes.size()));
          case 1 -> literal(out, 0x40, 6, true);
          case 2 -> literal(out, 0x10, 4, false);
          default -> literal(out, 0x00, 4, false);
        }
      }
      return out.toByteArray();
    }

    byte[] indexed(int index) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      integer(out, 0x80, 7, index);
      return out.toByteArray();
    }

    private void literal(ByteArrayOutputStream out, int kind, int bits, boolean kept) {
      integer(out, kind, bits, 0);
      int size = string(out) + string(out) + 32;
      if (kept) {
        evict(size);
        if (size <= most) {
          sizes.addFirst(size);
        }
      }
    }

    private void evict(int needed) {
      while (!sizes.isEmpty() && tableBytes() + needed > most) {
        sizes.removeLast();
      }
    }

    private int string(ByteArrayOutputStream out) {
      int length = random.nextInt(random.nextInt(10) == 0 ? 3_000 : 30);
      StringBuilder text = new StringBuilder();
      if (random.nextBoolean()) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < length; i++) {
          bits.append(CODES.get(random.nextInt(CODES.size())));
        }
        bits.append("1".repeat((8 - bits.length() % 8) % 8));
        integer(out, 0x80, 7, bits.length() / 8);
        for (int i = 0; i < bits.length(); i += 8) {
          out.write(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        return length;
      }
      for (int i = 0; i < length; i++) {
        text.append((char) random.nextInt(' ', 127));
      }
      integer(out, 0x00, 7, length);
      out.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
      return length;
    }

    private static void integer(ByteArrayOutputStream out, int kind, int bits, int value) {
      int mask = (1 << bits) - 1;
      if (value < mask) {
        out.write(kind | value);
        return;
      }
      out.write(kind | mask);
      int rest = value - mask;
      while (rest >= 0x80) {
        out.write((rest & 0x7F) | 0x80);
        rest >>= 7;
      }
      out.write(rest);
    }
  }
}
