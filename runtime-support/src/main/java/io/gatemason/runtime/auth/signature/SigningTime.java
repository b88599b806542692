package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** When a request was signed. */
final class SigningTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);
  private static final int LENGTH = 16;
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final String text;
  private final Instant instant;

  private SigningTime(String text, Instant instant) {
    this.text = text;
    this.instant = instant;
  }

  static SigningTime parse(String text) {
    try {
      if (text.length() == LENGTH) {
        return new SigningTime(text, LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC));
      }
    } catch (DateTimeException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static SignatureRefusedException wrong(String text) {
    return new SignatureRefusedException(
        Kind.INCOMPLETE,
        "Date must be in ISO-8601 'basic format'. Got '"
            + text
            + "'. See http://en.wikipedia.org/wiki/ISO_8601");
  }

  String text() {
    return text;
  }

  /** Fails if the signature is over, or of a time to come. */
  void requireCurrent(Instant now, int validSeconds) {
    Duration valid = validSeconds > 0 ? Duration.ofSeconds(validSeconds) : SKEW;
    Instant earliest = now.minus(valid);
    if (instant.isBefore(earliest)) {
      throw new SignatureRefusedException(
          Kind.INVALID,
          "Signature expired: %s is now earlier than %s (%s - %s)"
              .formatted(text, form(earliest), form(now), length(valid)));
    }
    Instant latest = now.plus(SKEW);
    if (instant.isAfter(latest)) {
      throw new SignatureRefusedException(
          Kind.INVALID,
          "Signature not yet current: %s is still later than %s (%s + %s)"
              .formatted(text, form(latest), form(now), length(SKEW)));
    }
  }

  private static String form(Instant instant) {
    return FORM.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static String length(Duration duration) {
    return duration.toSecondsPart() == 0
        ? duration.toMinutes() + " min."
        : duration.toSeconds() + " sec.";
  }
}
