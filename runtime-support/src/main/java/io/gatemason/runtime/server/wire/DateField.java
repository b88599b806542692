package io.gatemason.runtime.server.wire;

import io.gatemason.runtime.clock.WallClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The field Date (RFC 9110 §6.6.1), written once a second. Safe for concurrent use. */
public final class DateField {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("'Date: 'EEE, dd MMM yyyy HH:mm:ss' GMT\r\n'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final WallClock clock;
  private volatile Second known = new Second(-1, new byte[0]);

  public DateField(WallClock clock) {
    this.clock = clock;
  }

  /** The line with its end; not to be changed. */
  public byte[] line() {
    long second = Math.floorDiv(clock.epochMillis(), 1_000L);
    Second last = known;
    if (last.epochSecond != second) {
      String text = FORMAT.format(Instant.ofEpochSecond(second));
      last = new Second(second, text.getBytes(StandardCharsets.US_ASCII));
      known = last;
    }
    return last.line;
  }

  private static final class Second {
    private final long epochSecond;
    private final byte[] line;

    Second(long epochSecond, byte[] line) {
      this.epochSecond = epochSecond;
      this.line = line;
    }
  }
}
