package io.gatemason.runtime.auth.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.gatemason.runtime.integration.RecordedLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyServiceTest {
  private static final CredentialScope SCOPE =
      new CredentialScope("20260301", "us-east-1", "execute-api");
  private static final String ALICE =
      "{\"accessKeyId\": \"AKIDALICE\", \"signingKey\": \"AQID\","
          + " \"arn\": \"arn:aws:iam::123456789012:user/alice\", \"userId\": \"AIDA\"}";

  private final AtomicLong seconds =
      new AtomicLong(Instant.parse("2026-03-01T23:00:00Z").getEpochSecond());
  private final List<String> urls = new ArrayList<>();
  private int status = 200;
  private String cacheControl = "";
  private String body = ALICE;
  private boolean down;

  private final KeyService service =
      new KeyService(
          "http://127.0.0.1:9/base/",
          this::answer,
          () -> seconds.get() * 1_000,
          () -> Duration.ofSeconds(seconds.get()).toNanos());

  private KeyService.Answer answer(String url, int maximumBytes, int timeoutMillis)
      throws IOException {
    urls.add(url);
    assertEquals(2_000, timeoutMillis);
    if (down) {
      throw new IOException("refused");
    }
    return new KeyService.Answer(status, cacheControl, body);
  }

  @Test
  void asksForTheKeyOfAScope() {
    Identity alice = service.find("AKIDALICE", SCOPE);
    assertNotNull(alice);
    assertEquals(
        List.of(
            "http://127.0.0.1:9/base/keys/AKIDALICE"
                + "?date=20260301&region=us-east-1&service=execute-api"),
        urls);
    assertArrayEquals(new byte[] {1, 2, 3}, alice.signingKey(SCOPE));
    assertNull(alice.signingKey(new CredentialScope("20260302", "us-east-1", "execute-api")));
  }

  @Test
  void keepsAnswersUntilTheDayOfTheScopeEnds() {
    assertNotNull(service.find("AKIDALICE", SCOPE));
    seconds.addAndGet(3_599);
    assertNotNull(service.find("AKIDALICE", SCOPE));
    assertEquals(1, urls.size());
    seconds.addAndGet(1);
    service.find("AKIDALICE", SCOPE);
    assertEquals(2, urls.size());
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=60, 60",
    "'private, max-age=\"60\"', 60",
    "MAX-AGE=60, 60",
    "max-age=0, 0",
    "no-store, 0",
    "'no-cache, max-age=60', 0",
    "s-maxage=1, 3600",
    "max-age=999999, 3600"
  })
  void keepsAnswersAsLongAsTheySay(String header, int kept) {
    cacheControl = header;
    assertNotNull(service.find("AKIDALICE", SCOPE));
    if (kept > 0) {
      seconds.addAndGet(kept - 1);
      service.find("AKIDALICE", SCOPE);
      assertEquals(1, urls.size());
      seconds.addAndGet(1);
    }
    service.find("AKIDALICE", SCOPE);
    assertEquals(2, urls.size());
  }

  @Test
  void knowsNobodyWhileTheServiceIsDown() {
    down = true;
    assertNull(service.find("AKIDALICE", SCOPE));
    down = false;
    assertNotNull(service.find("AKIDALICE", SCOPE));
    down = true;
    assertNotNull(service.find("AKIDALICE", SCOPE));
  }

  @Test
  void remembersForFiveSecondsThatAKeyIsUnknown() {
    status = 404;
    assertNull(service.find("AKIDALICE", SCOPE));
    assertNull(service.find("AKIDALICE", SCOPE));
    assertEquals(1, urls.size());
    status = 200;
    seconds.addAndGet(5);
    assertNotNull(service.find("AKIDALICE", SCOPE));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 403, 500})
  void believesNoOtherStatus(int other) {
    status = other;
    assertNull(service.find("AKIDALICE", SCOPE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "{\"accessKeyId\": \"AKIDALICE\"}", "{\"signingKey\": \"?\"}"})
  void believesNoOtherAnswer(String other) {
    body = other;
    assertNull(service.find("AKIDALICE", SCOPE));
    body = ALICE.replace("AKIDALICE", "AKIDBOB");
    assertNull(service.find("AKIDALICE", SCOPE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "../admin",
        "a/b",
        "a?b",
        "a#b",
        "a b",
        "a%2fb",
        "\u00e9",
        "a\r\nX: y",
        "@evil"
      })
  void asksForNothingThatIsNoKeyId(String accessKeyId) {
    assertNull(service.find(accessKeyId, SCOPE));
    assertEquals(List.of(), urls);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | secret-7 | its answer is no JSON",
        "200 | {\"accessKeyId\": \"AKIDALICE\", \"signingKey\": \"secret-7\"}"
            + " | \"signingKey\" is no base64",
        "500 | secret-7 | status 500"
      })
  void saysWhatIsWrongWithoutWhatItRead(int answered, String text, String reason) {
    status = answered;
    body = text;
    try (RecordedLog log = new RecordedLog(KeyService.class.getName())) {
      assertNull(service.find("AKIDALICE", SCOPE));
      assertEquals("the key service at http://127.0.0.1:9/base: " + reason, log.text());
    }
  }

  @Test
  void writesScopesAsSignaturesDo() {
    assertEquals("20260301/us-east-1/execute-api/aws4_request", SCOPE.toString());
  }
}
