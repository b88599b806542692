package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.counterparts.RecordingServer.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Computes the signature of a request that has arrived again, as its service does. */
final class SignatureCheck {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/([^/]+)/([^/]+)/aws4_request,"
              + " SignedHeaders=([^,]+), Signature=[0-9a-f]{64}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The signer adds these itself. */
  private static final Set<String> ADDED = Set.of("host", "x-amz-date", "x-amz-content-sha256");

  private SignatureCheck() {}

  /** Fails unless what has arrived is what was signed, for this region and service. */
  static void verify(Request request, String region, String service) {
    String given = request.header("Authorization");
    Matcher parts = AUTHORIZATION.matcher(given);
    assertTrue(parts.matches(), given);
    assertEquals(region + " " + service, parts.group(1) + " " + parts.group(2));
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(URI.create("http://" + request.header("Host") + request.target()));
    List<String> names = List.of(parts.group(3).split(";"));
    assertTrue(names.containsAll(ADDED), given);
    names.stream()
        .filter(name -> !ADDED.contains(name))
        .forEach(name -> unsigned.putHeader(name, request.header(name)));
    Instant when = DATE.parse(request.header("X-Amz-Date"), Instant::from);
    String computed =
        AwsV4HttpSigner.create()
            .sign(
                signing ->
                    signing
                        .identity(AwsCredentialsIdentity.create("AKIDEXAMPLE", "example"))
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromByteArray(request.body()))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(when, ZoneOffset.UTC)))
            .request()
            .firstMatchingHeader("Authorization")
            .orElse("");
    assertEquals(computed, given);
  }
}
