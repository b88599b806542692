package io.gatemason.runtime.auth.identity;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.store.LocalEntries;
import io.gatemason.runtime.store.SharedCalls;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identities from a service that keeps the secrets and gives out signing keys of one day, region
 * and service (docs/security.md#key-service). Answers are kept until that day ends, or as long as
 * they say. While the service cannot be asked, nobody new is known. Safe for concurrent use.
 */
public final class KeyService implements Identities {
  private static final System.Logger LOG = System.getLogger(KeyService.class.getName());
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int LARGEST_BYTES = 1_048_576;
  private static final int KEPT = 10_000;
  private static final Duration UNKNOWN = Duration.ofSeconds(5);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[\\s,])max-age=\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_STORE =
      Pattern.compile("(?:^|[\\s,])no-(?:store|cache)\\b", Pattern.CASE_INSENSITIVE);

  private final String url;
  private final Transport transport;
  private final WallClock clock;
  private final LocalEntries<Optional<Identity>> kept;
  private final SharedCalls<Optional<Identity>> calls = new SharedCalls<>();

  /** Asks the service. */
  @FunctionalInterface
  public interface Transport {
    /**
     * The answer to a GET request; redirects are not followed.
     *
     * @throws IOException if there is none in time, or it is larger than what may be
     */
    Answer get(String url, int maximumBytes, int timeoutMillis) throws IOException;
  }

  /** An answer: its status, the value of Cache-Control or "", and the body. */
  public record Answer(int status, String cacheControl, String body) {}

  /** The service at {@code url}, which a path is added to. */
  public KeyService(String url, Transport transport, WallClock clock, Ticker ticker) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.transport = transport;
    this.clock = clock;
    this.kept = LocalEntries.counted(ticker, KEPT);
  }

  @Override
  public @Nullable Identity find(String accessKeyId, CredentialScope scope) {
    if (!IdentityReader.ACCESS_KEY_ID.matcher(accessKeyId).matches()) {
      return null;
    }
    String key = accessKeyId + "/" + scope;
    Optional<Identity> known = kept.get(key);
    if (known == null) {
      known = calls.get(key, () -> ask(key, accessKeyId, scope));
    }
    return known.orElse(null);
  }

  private Optional<Identity> ask(String key, String accessKeyId, CredentialScope scope) {
    try {
      Answer answer = transport.get(address(accessKeyId, scope), LARGEST_BYTES, TIMEOUT_MILLIS);
      if (answer.status() == 404) {
        kept.put(key, Optional.empty(), UNKNOWN);
        return Optional.empty();
      }
      if (answer.status() != 200) {
        throw new IOException("status " + answer.status());
      }
      Identity identity = IdentityReader.withSigningKey(Json.read(answer.body()), scope);
      if (!identity.accessKeyId().equals(accessKeyId)) {
        throw new IOException("it answered with another access key");
      }
      Duration time = time(answer.cacheControl(), scope);
      if (time.isPositive()) {
        kept.put(key, Optional.of(identity), time);
      }
      return Optional.of(identity);
    } catch (IOException | JsonFormatException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "the key service at {0}: {1}", url, reason(e));
      return Optional.empty();
    }
  }

  /** What a parser says may quote what it read. */
  private static String reason(Exception failure) {
    return failure instanceof JsonFormatException
        ? "its answer is no JSON"
        : String.valueOf(failure.getMessage());
  }

  private String address(String accessKeyId, CredentialScope scope) {
    return url
        + "/keys/"
        + accessKeyId
        + "?date="
        + encoded(scope.date())
        + "&region="
        + encoded(scope.region())
        + "&service="
        + encoded(scope.service());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Duration time(String cacheControl, CredentialScope scope) {
    Instant now = Instant.ofEpochMilli(clock.epochMillis());
    Instant end =
        LocalDate.parse(scope.date(), DAY).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    Duration day = Duration.between(now, end);
    OptionalLong maxAge = maxAge(cacheControl);
    Duration said = maxAge.isPresent() ? Duration.ofSeconds(maxAge.getAsLong()) : day;
    return said.compareTo(day) < 0 ? said : day;
  }

  private static OptionalLong maxAge(String cacheControl) {
    if (NO_STORE.matcher(cacheControl).find()) {
      return OptionalLong.of(0);
    }
    Matcher found = MAX_AGE.matcher(cacheControl);
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }
}
