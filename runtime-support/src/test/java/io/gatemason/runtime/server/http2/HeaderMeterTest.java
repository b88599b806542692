package io.gatemason.runtime.server.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.server.http2.HeaderMeter.Verdict;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.Header;
import io.helidon.http.http2.Http2Flag;
import io.helidon.http.http2.Http2FrameData;
import io.helidon.http.http2.Http2FrameHeader;
import io.helidon.http.http2.Http2FrameTypes;
import io.helidon.http.http2.Http2Headers;
import io.helidon.http.http2.Http2HuffmanDecoder;
import io.helidon.http.http2.Http2Priority;
import io.helidon.http.http2.Http2RstStream;
import io.helidon.http.http2.Http2Stream;
import io.helidon.http.http2.Http2StreamState;
import io.helidon.http.http2.Http2WindowUpdate;
import io.helidon.http.http2.StreamFlowControl;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sizes of header blocks (RFC 7541), compared with a table that keeps whole fields. */
@Timeout(180)
final class HeaderMeterTest {
  private static final int STATIC = 61;
  private static final int PSEUDO = 14;

  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("gatemason.fuzz-seconds", 1));

  /** Octets and their codes (RFC 7541, appendix B), the first three of which may be in a name. */
  private static final String OCTETS = "0atX <\u00c3\u00a9\u00e9\u00ff";

  private static final List<String> CODES =
      List.of(
          "00000",
          "00011",
          "01001",
          "11111100",
          "010100",
          "111111111111100",
          "1111111111111110001",
          "1111111111111111011101",
          "1111111111111111101011",
          "11111111111111111111101110");

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
    Arrays.fill(fields, (byte) 0x82);
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

  /**
   * Blocks as they are and damaged: what the meter takes for sound is as long as it says if Helidon
   * decodes it, which takes no time, and has its values byte for byte.
   */
  @Test
  void agreesWithHelidonAboutDamagedBlocks() {
    long end = System.nanoTime() + LENGTH.toNanos();
    for (long seed = 1; System.nanoTime() < end; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Encoder encoder = new Encoder(random);
      Decoder helidon = new Decoder();
      HeaderMeter meter = new HeaderMeter(1 << 20, 1_000);
      boolean damaged = false;
      boolean more = true;
      for (int i = 0; i < 8 && more; i++) {
        byte[] block = encoder.block();
        if (random.nextInt(4) == 0) {
          damaged = true;
          block = damaged(random, block);
        }
        Verdict verdict = meter.measure(block, 0, block.length);
        byte[] rewritten = meter.rewritten();
        String shown = "seed " + seed + ", block " + i + ": " + HexFormat.of().formatHex(block);
        if (!damaged) {
          assertEquals(Verdict.SOUND, verdict, shown);
        }
        // What is not sound is not passed on: Helidon might never come back.
        boolean decoded =
            verdict == Verdict.SOUND && helidon.decodes(rewritten == null ? block : rewritten);
        if (decoded) {
          assertEquals(meter.size(), helidon.size, shown);
        }
        if (decoded && !damaged) {
          assertEquals(encoder.values.stream().sorted().toList(), helidon.values, shown);
        }
        more = decoded;
      }
    }
  }

  private static byte[] damaged(SplittableRandom random, byte[] block) {
    byte[] damaged = Arrays.copyOf(block, Math.max(1, block.length - random.nextInt(3)));
    for (int i = random.nextInt(4); i > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  /** Helidon's decoder, with a table of its own. */
  private static final class Decoder {
    private final Http2Headers.DynamicTable table = Http2Headers.DynamicTable.create(4_096);
    private final Http2HuffmanDecoder huffman = Http2HuffmanDecoder.create();
    private List<String> values = List.of();
    private long size;

    boolean decodes(byte[] block) {
      Http2FrameHeader header =
          Http2FrameHeader.create(
              block.length, Http2FrameTypes.HEADERS, Http2Flag.HeaderFlags.create(4), 1);
      Http2Headers headers;
      try {
        headers =
            Http2Headers.create(
                new NoStream(),
                table,
                huffman,
                new Http2FrameData(header, BufferData.create(block)));
      } catch (RuntimeException e) {
        // Of many kinds: each ends the connection.
        return false;
      }
      List<String> all = new ArrayList<>();
      size = 0;
      for (Header field : headers.httpHeaders()) {
        for (String value : field.allValues()) {
          all.add(value);
          size += field.headerName().lowerCase().length() + value.length() + 32;
        }
      }
      size += pseudo(":path", headers.path()) + pseudo(":scheme", headers.scheme());
      size += pseudo(":authority", headers.authority());
      size += pseudo(":method", headers.method() == null ? null : headers.method().text());
      size += pseudo(":status", headers.status() == null ? null : headers.status().codeText());
      values = all.stream().sorted().toList();
      return true;
    }

    private static int pseudo(String name, @Nullable String value) {
      return value == null ? 0 : name.length() + value.length() + 32;
    }
  }

  /** What no block is told to. */
  private static final class NoStream implements Http2Stream {
    @Override
    public boolean rstStream(Http2RstStream reset) {
      return false;
    }

    @Override
    public void windowUpdate(Http2WindowUpdate update) {}

    @Override
    public void headers(Http2Headers headers, boolean endOfStream) {}

    @Override
    public void data(Http2FrameHeader header, BufferData data, boolean endOfStream) {}

    @Override
    public void priority(Http2Priority priority) {}

    @Override
    public int streamId() {
      return 1;
    }

    @Override
    public Http2StreamState streamState() {
      return Http2StreamState.OPEN;
    }

    @Override
    public @Nullable StreamFlowControl flowControl() {
      return null;
    }
  }

  private static final class Encoder {
    private final SplittableRandom random;
    private final List<Integer> sizes = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private List<String> values = List.of();
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
      values = new ArrayList<>();
      if (random.nextInt(5) == 0) {
        most = random.nextInt(4_097);
        integer(out, 0x20, 5, most);
        evict(0);
      }
      for (int i = random.nextInt(12); i > 0; i--) {
        switch (random.nextInt(4)) {
          case 0 -> integer(out, 0x80, 7, known());
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

    /** A field of the tables, but no pseudo field, which there must not be twice. */
    private int known() {
      int index = PSEUDO + 1 + random.nextInt(STATIC - PSEUDO + sizes.size());
      String none = index == PSEUDO + 2 ? "gzip, deflate" : "";
      values.add(index > STATIC ? kept.get(index - STATIC - 1) : none);
      return index;
    }

    private void literal(ByteArrayOutputStream out, int kind, int bits, boolean keep) {
      integer(out, kind, bits, 0);
      String name = string(out, 3, 1 + random.nextInt(30));
      String value =
          string(out, CODES.size(), random.nextInt(random.nextInt(10) == 0 ? 5_000 : 30));
      values.add(value);
      int size = name.length() + value.length() + 32;
      if (keep) {
        evict(size);
      }
      if (keep && size <= most) {
        sizes.addFirst(size);
        kept.addFirst(value);
      }
    }

    private void evict(int needed) {
      while (!sizes.isEmpty() && tableBytes() + needed > most) {
        sizes.removeLast();
        kept.removeLast();
      }
    }

    /** A string of the first {@code kinds} octets, compressed or not. */
    private String string(ByteArrayOutputStream out, int kinds, int length) {
      StringBuilder text = new StringBuilder();
      StringBuilder bits = new StringBuilder();
      for (int i = 0; i < length; i++) {
        int octet = random.nextInt(kinds);
        text.append(OCTETS.charAt(octet));
        bits.append(CODES.get(octet));
      }
      if (random.nextBoolean()) {
        bits.append("1".repeat((8 - bits.length() % 8) % 8));
        integer(out, 0x80, 7, bits.length() / 8);
        for (int i = 0; i < bits.length(); i += 8) {
          out.write(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
      } else {
        integer(out, 0x00, 7, length);
        out.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
      }
      return text.toString();
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
