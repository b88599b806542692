package io.gatemason.runtime.auth.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.auth.identity.CredentialScope;
import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.identity.TestIdentities;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.aws.AwsRequest;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests to services are signed as the SDK would sign them for the caller. */
class CallerSignerTest {
  private static final Instant NOW = Instant.parse("2030-01-31T10:00:00Z");
  private static final String ID = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  @ParameterizedTest
  @CsvSource({
    "sqs, https://sqs.eu-west-1.amazonaws.com, /111122223333/orders?Action=SendMessage&A=%20b",
    "dynamodb, https://dynamodb.eu-west-1.amazonaws.com:8443, /",
    "lambda, http://127.0.0.1:9000, /2015-03-31/functions/arn%3Aaws%3Alambda/invocations?Q=1",
    "s3, https://bucket.s3.eu-west-1.amazonaws.com, /a%20b/../c//d.txt?x=1&a",
    "iotdata, https://data-ats.iot.eu-west-1.amazonaws.com, /topics/a%2Fb?qos=1",
  })
  void signsAsTheSdkDoes(String service, String base, String target) {
    AwsEndpoint endpoint = AwsEndpoint.of("arn:aws:apigateway:eu-west-1:" + service);
    for (String session : List.of("", "Rf+ession==")) {
      Identity caller = TestIdentities.identity(ID, SECRET, session);
      AwsRequest request = request(base, target);
      Map<String, String> own =
          new CallerSigner(caller, (id, scope) -> caller, NOW::toEpochMilli)
              .sign(endpoint, request);
      assertEquals(
          bySdk(endpoint, request, session).get("Authorization"), own.get("Authorization"));
      assertEquals(session.isEmpty() ? null : session, own.get("X-Amz-Security-Token"));
    }
  }

  @Test
  void asksForTheKeyOfTheScopeOfTheRequest() {
    Identity caller = TestIdentities.identity(ID, SECRET, "");
    List<String> asked = new ArrayList<>();
    Identities service =
        (id, scope) -> {
          asked.add(id + " " + scope);
          return caller;
        };
    new CallerSigner(caller, service, NOW::toEpochMilli)
        .sign(
            AwsEndpoint.of("arn:aws:apigateway:eu-west-1:iam"),
            request("https://iam.amazonaws.com", "/"));
    assertEquals(List.of(ID + " 20300131/us-east-1/iam/aws4_request"), asked);
  }

  @Test
  void doesNotSignForWhoIsNotKnownAnyMore() {
    Identity caller = TestIdentities.identity(ID, SECRET, "session");
    Identity other = TestIdentities.identity(ID, SECRET, "other session");
    Identity ended =
        TestIdentities.identity(ID, SECRET, "session", Instant.parse("2030-01-31T10:00:00Z"));
    for (Identities identities :
        List.<Identities>of(
            Identities.NONE, (id, scope) -> other, (id, scope) -> ended, this::ofInvoke)) {
      CallerSigner signer = new CallerSigner(caller, identities, NOW::toEpochMilli);
      GatewayFailure refused =
          assertThrows(
              GatewayFailure.class,
              () ->
                  signer.sign(
                      AwsEndpoint.of("arn:aws:apigateway:eu-west-1:sqs"),
                      request("https://sqs.eu-west-1.amazonaws.com", "/")));
      assertEquals(GatewayResponseType.API_CONFIGURATION_ERROR, refused.type());
      assertTrue(!refused.toString().contains(SECRET) && !refused.toString().contains(ID));
    }
  }

  /** A key service that gives keys for calls of the gateway alone. */
  private Identity ofInvoke(String id, CredentialScope scope) {
    return TestIdentities.keyOf(
        ID, new byte[32], new CredentialScope("20300131", "eu-west-1", "execute-api"), "session");
  }

  private static AwsRequest request(String base, String target) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("X-Amz-Target", List.of("DynamoDB_20120810.GetItem"));
    headers.put("Content-Type", List.of("application/x-amz-json-1.0"));
    Payload body = Payload.of("{\"Key\": \"ü\"}".getBytes(StandardCharsets.UTF_8));
    return new AwsRequest("POST", base, target, headers, body);
  }

  /** The headers that the SDK's signer adds. */
  private static Map<String, String> bySdk(
      AwsEndpoint endpoint, AwsRequest request, String session) {
    AwsCredentialsIdentity identity =
        session.isEmpty()
            ? AwsCredentialsIdentity.create(ID, SECRET)
            : AwsSessionCredentialsIdentity.create(ID, SECRET, session);
    boolean s3 = endpoint.service().equals("s3");
    SdkHttpRequest unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(request.baseUrl() + request.target())
            .headers(request.headers())
            .build();
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                SignRequest.builder(identity)
                    .request(unsigned)
                    .payload(ContentStreamProvider.fromByteArray(request.body().bytes()))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, endpoint.signingName())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.signingRegion())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !s3)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !s3)
                    .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC))
                    .build())
            .request();
    Map<String, String> headers = new LinkedHashMap<>();
    signed.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
    return headers;
  }
}
