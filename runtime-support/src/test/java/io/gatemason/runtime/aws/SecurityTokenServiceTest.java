package io.gatemason.runtime.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.config.Config;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SecurityTokenServiceTest {
  private static final AwsEndpoint STS = AwsEndpoint.of("arn:aws:apigateway:us-east-1:sts");
  private static final String ANSWER =
      """
      <R><Credentials><AccessKeyId>AKID</AccessKeyId><SecretAccessKey>a&amp;b</SecretAccessKey>
      <SessionToken>t</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></R>
      """;

  private final List<String> forms = new ArrayList<>();

  private SecurityTokenService answering(int status, String body) {
    AwsTransport transport =
        (url, headers, form) -> {
          forms.add(url + " " + headers.containsKey("Authorization") + " " + form);
          return new AwsTransport.Reply(status, body);
        };
    return new SecurityTokenService(new AwsSettings(Config.empty(), name -> null), transport);
  }

  @Test
  void tokenIsExchangedUnsigned() throws IOException {
    AwsSessionCredentials credentials =
        answering(200, ANSWER).assumeRoleWithWebIdentity(STS, "arn:role", "me", "a token");
    assertEquals("a&b", credentials.secretAccessKey());
    assertEquals(Instant.parse("2030-01-01T00:00:00Z"), credentials.expirationTime().orElseThrow());
    assertEquals(
        "https://sts.us-east-1.amazonaws.com false Version=2011-06-15"
            + "&Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Arole&RoleSessionName=me"
            + "&WebIdentityToken=a+token",
        forms.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<R>",
        "<R/>",
        "<!DOCTYPE R [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><R><AccessKeyId>&x;</AccessKeyId>"
            + "</R>",
        "<R><AccessKeyId>SECRET</AccessKeyId><SecretAccessKey>SECRET</SecretAccessKey>"
            + "<SessionToken>SECRET</SessionToken><Expiration>SECRET</Expiration></R>",
        "<R><SecretAccessKey>SECRET</Secret"
      })
  void unreadableAnswersFailWithoutQuotingThem(String answer) {
    IOException failure =
        assertThrows(
            IOException.class,
            () -> answering(200, answer).assumeRoleWithWebIdentity(STS, "r", "me", "t"));
    assertFalse(String.valueOf(failure.getMessage()).contains("SECRET"));
  }

  @Test
  void refusalsFail() {
    assertThrows(
        IOException.class,
        () -> answering(403, ANSWER).assumeRoleWithWebIdentity(STS, "r", "me", "t"));
  }

  @Test
  void credentialsAreGotAgainBeforeTheyExpireAndKeptIfThatFails() throws IOException {
    AtomicLong now = new AtomicLong();
    List<String> keys = new ArrayList<>(List.of("first", "second"));
    RefreshedCredentials credentials =
        new RefreshedCredentials(
            () -> {
              if (keys.isEmpty()) {
                throw new IOException("down");
              }
              return AwsSessionCredentials.builder()
                  .accessKeyId(keys.removeFirst())
                  .secretAccessKey("s")
                  .sessionToken("t")
                  .expirationTime(Instant.ofEpochMilli(now.get() + 3_600_000))
                  .build();
            },
            now::get);
    assertEquals("first", credentials.get().accessKeyId());
    now.set(3_299_000);
    assertEquals("first", credentials.get().accessKeyId());
    now.set(3_301_000);
    assertEquals("second", credentials.get().accessKeyId());
    now.addAndGet(3_500_000);
    assertEquals("second", credentials.get().accessKeyId());
    now.addAndGet(100_001);
    assertTrue(assertThrows(IOException.class, credentials::get).getMessage().contains("down"));
  }
}
