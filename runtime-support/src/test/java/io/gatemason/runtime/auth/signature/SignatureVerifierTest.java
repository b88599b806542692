package io.gatemason.runtime.auth.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.identity.TestIdentities;
import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signatures that the AWS SDK makes, as they are and changed. */
class SignatureVerifierTest {
  private static final Instant SIGNED = Instant.parse("2026-03-01T12:00:00Z");
  private static final Identity ALICE = TestIdentities.identity("AKIDALICE", "secret", "");
  private static final Identity CAROL = TestIdentities.identity("ASIDCAROL", "secret", "a+token/=");
  private static final Identity JACK =
      TestIdentities.identity("ASIDJACK", "secret", "t", Instant.parse("2026-03-01T11:00:00Z"));
  private static final Map<String, Identity> KNOWN =
      Map.of("AKIDALICE", ALICE, "ASIDCAROL", CAROL, "ASIDJACK", JACK);

  private final AtomicInteger bodiesRead = new AtomicInteger();

  private static SignatureVerifier verifier(Instant now, boolean explains) {
    return new SignatureVerifier(
        (id, scope) -> KNOWN.get(id), "us-east-1", "execute-api", now::toEpochMilli, explains);
  }

  private static Identity verify(SignedRequest request) {
    return verifier(SIGNED, true).verify(request);
  }

  private static SignatureRefusedException refusal(SignedRequest request, Instant now) {
    return assertThrows(SignatureRefusedException.class, () -> verifier(now, true).verify(request));
  }

  private static void refuses(Kind kind, String text, SignedRequest request) {
    SignatureRefusedException refusal = refusal(request, SIGNED);
    assertEquals(kind, refusal.kind(), refusal.text());
    assertTrue(refusal.text().contains(text), refusal.text());
  }

  private static FakeRequest signed(AwsCredentialsIdentity identity, String uri, boolean presign) {
    AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    byte[] body = presign ? new byte[0] : "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(presign ? SdkHttpMethod.GET : SdkHttpMethod.POST)
            .uri(java.net.URI.create(uri))
            .putHeader("X-Mine", "  a   b ")
            .build();
    SdkHttpRequest signed =
        signer
            .sign(
                r -> {
                  r.identity(identity)
                      .request(request)
                      .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                      .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                      .putProperty(
                          HttpSigner.SIGNING_CLOCK,
                          java.time.Clock.fixed(SIGNED, java.time.ZoneOffset.UTC));
                  if (presign) {
                    r.putProperty(
                            AwsV4FamilyHttpSigner.AUTH_LOCATION,
                            AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(
                            AwsV4FamilyHttpSigner.EXPIRATION_DURATION,
                            java.time.Duration.ofMinutes(10));
                  } else {
                    r.payload(ContentStreamProvider.fromByteArray(body));
                  }
                })
            .request();
    List<Map.Entry<String, String>> headers =
        signed.headers().entrySet().stream()
            .flatMap(h -> h.getValue().stream().map(value -> Map.entry(h.getKey(), value)))
            .toList();
    return new FakeRequest(
        signed.method().name(),
        signed.encodedPath(),
        signed.encodedQueryParameters().orElse(""),
        headers,
        body);
  }

  private static AwsCredentialsIdentity alice() {
    return AwsCredentialsIdentity.create("AKIDALICE", "secret");
  }

  private static FakeRequest plain() {
    return signed(alice(), "https://api.example/dev/things?b=2&a=1%20x", false);
  }

  private static FakeRequest presigned() {
    return signed(alice(), "https://api.example/dev/things?b=2&a=1%20x", true);
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/things",
    "/",
    "/dev/a%20b/%C3%A9t%C3%A9",
    "/dev/a%2Fb",
    "/dev/a//b/",
    "/dev/things?x=%7E%2B&y=c%2Fd&y=&z",
    "/dev/things?b=&a&B=3&a=2&a=10",
    "/dev/a:b@c,d;e=f",
  })
  void verifiesWhatTheSdkSigns(String path) {
    assertEquals(ALICE, verify(signed(alice(), "https://api.example" + path, false)));
    assertEquals(ALICE, verify(signed(alice(), "https://api.example" + path, true)));
  }

  @Test
  void verifiesSessions() {
    AwsCredentialsIdentity carol =
        AwsSessionCredentialsIdentity.create("ASIDCAROL", "secret", "a+token/=");
    for (boolean presign : new boolean[] {false, true}) {
      FakeRequest request = signed(carol, "https://api.example/dev", presign);
      assertEquals(CAROL, verify(request));
    }
    FakeRequest other =
        signed(
            AwsSessionCredentialsIdentity.create("ASIDCAROL", "secret", "other"),
            "https://api.example/dev",
            false);
    refuses(Kind.UNKNOWN, "The security token included in the request is invalid.", other);
    refuses(
        Kind.UNKNOWN,
        "invalid",
        signed(
            AwsCredentialsIdentity.create("ASIDCAROL", "secret"), "https://api.example/", false));
    refuses(
        Kind.UNKNOWN,
        "invalid",
        signed(
            AwsSessionCredentialsIdentity.create("AKIDALICE", "secret", "t"),
            "https://api.example/",
            false));
    refuses(
        Kind.EXPIRED,
        "The security token included in the request is expired",
        signed(
            AwsSessionCredentialsIdentity.create("ASIDJACK", "secret", "t"),
            "https://api.example/",
            false));
  }

  @Test
  void refusesEveryChangeOfWhatIsCovered() {
    FakeRequest request = plain();
    List<FakeRequest> changed =
        List.of(
            request.withMethod("PUT"),
            request.withPath("/dev/thing"),
            request.withPath("/dev/things/"),
            request.withPath("/dev/%74hings"),
            request.withQuery("b=2&a=1%20y"),
            request.withQuery("b=2&a=1%20x&c"),
            request.withQuery("b=2"),
            request.withBody("{\"a\": 2}"),
            request.withBody(""),
            request.replacing("Host", "other.example"),
            request.with("X-Amz-Date", "20260301T120000Z").without("X-Mine"),
            request.replacing("X-Amz-Date", "20260301T120001Z"));
    for (FakeRequest each : changed) {
      SignatureRefusedException refusal = refusal(each, SIGNED);
      assertTrue(
          refusal.kind() == Kind.INVALID || refusal.kind() == Kind.INCOMPLETE, refusal.text());
    }
    assertEquals(ALICE, verify(request.with("X-Free", "v")));
  }

  @Test
  void refusesBytesThatWouldLookTheSameAsText() {
    FakeRequest request = signed(alice(), "https://api.example/dev?x=%FF", false);
    assertEquals(Kind.INVALID, refusal(request.withQuery("x=%FE"), SIGNED).kind());
    FakeRequest separated = signed(alice(), "https://api.example/dev?x=1%3By%3D2", false);
    assertEquals(Kind.INVALID, refusal(separated.withQuery("x=1;y=2"), SIGNED).kind());
    FakeRequest plus = signed(alice(), "https://api.example/dev?x=a%2Bb", false);
    assertEquals(Kind.INVALID, refusal(plus.withQuery("x=a+b"), SIGNED).kind());
  }

  @Test
  void tellsWhatShouldHaveBeenSigned() {
    String text = refusal(plain().withPath("/dev/other"), SIGNED).text();
    assertTrue(
        text.startsWith(
            "The request signature we calculated does not match the signature you provided."
                + " Check your AWS Secret Access Key and signing method. Consult the service"
                + " documentation for details.\n\nThe Canonical String for this request should"
                + " have been\n'POST\n/dev/other\na=1%20x&b=2\nhost:api.example\n"),
        text);
    assertTrue(
        text.contains(
            "'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20260301T120000Z\n"
                + "20260301/us-east-1/execute-api/aws4_request\n"),
        text);
    assertTrue(text.endsWith("'\n"), text);
    SignatureRefusedException silent =
        assertThrows(
            SignatureRefusedException.class,
            () -> verifier(SIGNED, false).verify(plain().withPath("/dev/other")));
    assertTrue(silent.text().endsWith("for details."), silent.text());
  }

  @Test
  void saysWhatIsMissing() {
    refuses(Kind.MISSING, "Missing Authentication Token", plain().without("Authorization"));
    refuses(
        Kind.INCOMPLETE,
        "Authorization header cannot be empty",
        plain().replacing("Authorization", " "));
    refuses(
        Kind.INCOMPLETE,
        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256"
            + " and encoded with Base64): 'w1Xc6WwWEogNEZQP/dkBTThsJT4MNlKmzQanIm970rY='.",
        plain().replacing("Authorization", "Bearer abc"));
    refuses(
        Kind.INCOMPLETE,
        "Authorization header requires 'Credential' parameter. Authorization header requires"
            + " 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."
            + " (Hashed with SHA-256 and encoded with Base64) Authorization=",
        plain().replacing("Authorization", "Basic dXNlcjpwYXNzd29yZA=="));
    refuses(
        Kind.INCOMPLETE,
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
        plain().without("X-Amz-Date"));
    refuses(
        Kind.INCOMPLETE,
        "Authorization header requires 'Signature' parameter.",
        plain().replacingIn("Authorization", ", Signature=", ", Signature=, X="));
    refuses(
        Kind.INCOMPLETE,
        "more than one 'Signature' parameter",
        plain().replacingIn("Authorization", ", Signature=", ", Signature=0, Signature="));
    refuses(
        Kind.INCOMPLETE,
        "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See"
            + " http://en.wikipedia.org/wiki/ISO_8601",
        plain().replacing("X-Amz-Date", "yesterday"));
    refuses(Kind.INCOMPLETE, "basic format", plain().replacing("X-Amz-Date", "20260231T120000Z"));
    refuses(
        Kind.INVALID,
        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
        plain().replacingIn("Authorization", "host;", ""));
    refuses(
        Kind.INCOMPLETE,
        "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'",
        plain().replacingIn("Authorization", "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"));
    refuses(
        Kind.INCOMPLETE,
        "Credential must have exactly 5 slash-delimited elements",
        plain().replacingIn("Authorization", "/aws4_request", ""));
  }

  @Test
  void refusesTwoHeadersThatSayWhoCalls() {
    String own = plain().header("authorization").getFirst();
    assertEquals(Kind.INCOMPLETE, refusal(plain().with("Authorization", own), SIGNED).kind());
    assertEquals(
        Kind.INCOMPLETE, refusal(plain().with("authorization", "Bearer x"), SIGNED).kind());
    assertEquals(
        Kind.INCOMPLETE, refusal(plain().with("x-amz-date", "20260301T120000Z"), SIGNED).kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us-east-1/execute-api/aws4_request|eu-west-1/execute-api/aws4_request"
            + "|Credential should be scoped to a valid region, not 'eu-west-1'. ",
        "us-east-1/execute-api/aws4_request|us-east-1/apigateway/aws4_request"
            + "|Credential should be scoped to correct service: 'execute-api'. ",
        "us-east-1/execute-api/aws4_request|us-east-1/execute-api/aws4"
            + "|Credential should be scoped with a valid terminator: 'aws4_request', not 'aws4'. ",
        "/20260301/|/20260228/|Date in Credential scope does not match YYYYMMDD from ISO-8601"
            + " version of date from HTTP: '20260228' != '20260301', from '20260301T120000Z'.",
      })
  void namesWhatIsWrongWithTheScope(String part, String other, String text) {
    refuses(Kind.INVALID, text.strip(), plain().replacingIn("Authorization", part, other));
  }

  @Test
  void givesClocksFiveMinutes() {
    FakeRequest request = plain();
    assertEquals(ALICE, verifier(SIGNED.plusSeconds(300), true).verify(request));
    assertEquals(ALICE, verifier(SIGNED.minusSeconds(300), true).verify(request));
    assertEquals(
        "Signature expired: 20260301T120000Z is now earlier than 20260301T120001Z"
            + " (20260301T120501Z - 5 min.)",
        refusal(request, SIGNED.plusSeconds(301)).text());
    assertEquals(
        "Signature not yet current: 20260301T120000Z is still later than 20260301T115959Z"
            + " (20260301T115459Z + 5 min.)",
        refusal(request, SIGNED.minusSeconds(301)).text());
  }

  @Test
  void letsPresignedRequestsLastAsLongAsTheySay() {
    FakeRequest request = presigned();
    assertEquals(ALICE, verifier(SIGNED.plusSeconds(600), true).verify(request));
    assertEquals(Kind.INVALID, refusal(request, SIGNED.plusSeconds(601)).kind());
    assertEquals(Kind.INVALID, refusal(request, SIGNED.minusSeconds(301)).kind());
    assertEquals(
        Kind.INVALID,
        refusal(changed(request, "X-Amz-Expires=600", "X-Amz-Expires=601"), SIGNED).kind());
    for (String seconds : List.of("0", "604801", "-1", "x", "99999999")) {
      refuses(
          Kind.INCOMPLETE,
          "X-Amz-Expires must be a number between 1 and 604800",
          changed(request, "X-Amz-Expires=600", "X-Amz-Expires=" + seconds));
    }
  }

  @Test
  void saysWhatAPresignedRequestLacks() {
    for (String name :
        List.of(
            "X-Amz-Algorithm",
            "X-Amz-Credential",
            "X-Amz-Signature",
            "X-Amz-SignedHeaders",
            "X-Amz-Date",
            "X-Amz-Expires")) {
      refuses(
          Kind.INCOMPLETE,
          "AWS query-string parameters must include '" + name + "'.",
          changed(presigned(), name + "=", "Y-" + name + "="));
      FakeRequest twice = presigned();
      refuses(
          Kind.INCOMPLETE,
          "must include '" + name + "'",
          twice.withQuery(twice.query() + "&" + name + "=1"));
    }
  }

  @Test
  void readsNoBodyBeforeTheRestIsRight() {
    FakeRequest request = plain();
    SignedRequest counting = counting(request.replacingIn("Authorization", "AKIDALICE", "AKIDX"));
    assertEquals(Kind.UNKNOWN, refusal(counting, SIGNED).kind());
    assertEquals(Kind.INVALID, refusal(counting(request), SIGNED.plusSeconds(999)).kind());
    assertEquals(0, bodiesRead.get());
    verify(counting(request));
    assertEquals(1, bodiesRead.get());
  }

  private SignedRequest counting(FakeRequest request) {
    return new SignedRequest() {
      @Override
      public String method() {
        return request.method();
      }

      @Override
      public String path() {
        return request.path();
      }

      @Override
      public String query() {
        return request.query();
      }

      @Override
      public List<String> header(String lowerCaseName) {
        return request.header(lowerCaseName);
      }

      @Override
      public byte[] body() {
        bodiesRead.incrementAndGet();
        return request.body();
      }
    };
  }

  private static FakeRequest changed(FakeRequest request, String part, String other) {
    assertFalse(request.query().replace(part, other).equals(request.query()), part);
    return request.withQuery(request.query().replace(part, other));
  }
}
