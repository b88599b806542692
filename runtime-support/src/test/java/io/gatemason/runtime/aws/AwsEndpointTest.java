package io.gatemason.runtime.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.failure.GatewayFailure;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:apigateway:us-east-1:s3,,s3.us-east-1.amazonaws.com,us-east-1,s3",
    "arn:aws:apigateway:eu-west-1:my.bucket.s3,,my.bucket.s3.eu-west-1.amazonaws.com,eu-west-1,s3",
    "arn:aws-cn:apigateway:cn-north-1:sqs,,sqs.cn-north-1.amazonaws.com.cn,cn-north-1,sqs",
    "arn:aws-us-gov:apigateway:us-gov-west-1:sns,,sns.us-gov-west-1.amazonaws.com,"
        + "us-gov-west-1,sns",
    "arn:aws:apigateway:eu-west-1:iam,ListUsers,iam.amazonaws.com,us-east-1,iam",
    "arn:aws:apigateway:eu-west-1:data.iot,,data.iot.eu-west-1.amazonaws.com,eu-west-1,iotdata",
    "arn:aws:apigateway:eu-west-1:a1-ats.iot,,a1-ats.iot.eu-west-1.amazonaws.com,eu-west-1,iotdata",
    "arn:aws:apigateway:eu-west-1:a1-ats.iotdata,,a1-ats.iot.eu-west-1.amazonaws.com,"
        + "eu-west-1,iotdata",
    "arn:aws:apigateway:eu-west-1:iotdata,,data-ats.iot.eu-west-1.amazonaws.com,eu-west-1,iotdata",
    "arn:aws:apigateway:eu-west-1:ses,SendEmail,email.eu-west-1.amazonaws.com,eu-west-1,ses",
    "arn:aws:apigateway:eu-west-1:email,,email.eu-west-1.amazonaws.com,eu-west-1,ses",
    "arn:aws:apigateway:eu-west-1:states,StartExecution,states.eu-west-1.amazonaws.com,"
        + "eu-west-1,states",
    "arn:aws:apigateway:eu-west-1:states,StartSyncExecution,sync-states.eu-west-1.amazonaws.com,"
        + "eu-west-1,states"
  })
  void hostRegionAndSigningNameOfAService(
      String prefix, String action, String host, String region, String signingName) {
    AwsEndpoint endpoint = AwsEndpoint.of(prefix);
    assertEquals(host, endpoint.host(action == null ? "" : action));
    assertEquals(region, endpoint.signingRegion());
    assertEquals(signingName, endpoint.signingName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn:aws:apigateway:us-east-1:",
        "arn:aws:apigateway::s3",
        "arn:aws:apigateway:us-east-1:s3/path",
        "arn:aws:apigateway:evil.example:s3",
        "arn:aws:apigateway:us-east-1:a@evil.example.s3",
        "arn:azure:apigateway:us-east-1:s3"
      })
  void malformedPrefixesAreRefused(String prefix) {
    assertThrows(IllegalArgumentException.class, () -> AwsEndpoint.of(prefix));
    AwsEndpoint parsed = AwsEndpoint.parse(prefix);
    assertThrows(GatewayFailure.class, parsed::requireAddress);
  }

  private static AwsSettings settings(Map<String, String> config, Map<String, String> environment) {
    return new AwsSettings(Config.just(ConfigSources.create(config)), environment::get);
  }

  @Test
  void nearestEndpointUrlWins() {
    Map<String, String> environment =
        Map.of("AWS_ENDPOINT_URL", "http://all", "AWS_ENDPOINT_URL_SFN", "http://sfn");
    assertEquals("http://all", settings(Map.of(), environment).endpointUrl("sqs"));
    assertEquals("http://sfn", settings(Map.of(), environment).endpointUrl("states"));
    Map<String, String> general = Map.of("gateway.aws.endpoint-url", "http://set");
    assertEquals("http://set", settings(general, environment).endpointUrl("sqs"));
    assertEquals("http://sfn", settings(general, environment).endpointUrl("states"));
    Map<String, String> special = Map.of("gateway.aws.endpoint-urls.states", "http://own");
    assertEquals("http://own", settings(special, environment).endpointUrl("states"));
    Map<String, String> ignoring =
        Map.of("AWS_ENDPOINT_URL", "http://all", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    assertEquals(null, settings(Map.of(), ignoring).endpointUrl("sqs"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://s3:1, s3, http://s3:1",
    "http://s3:1, photos.s3, http://s3:1/photos",
    "http://s3:1/at/, photos.s3, http://s3:1/at/photos",
    "http://iot:1, a1-ats.iot, http://iot:1"
  })
  void bucketOfASubdomainIsInThePathBelowAnEndpointUrl(
      String override, String service, String expected) {
    AwsSettings settings = settings(Map.of("gateway.aws.endpoint-url", override), Map.of());
    AwsSigner signer =
        new AwsSigner(
            settings,
            (url, headers, form) -> {
              throw new IOException("nobody is asked");
            },
            WallClock.system());
    assertEquals(
        expected, signer.url(AwsEndpoint.of("arn:aws:apigateway:us-east-1:" + service), ""));
  }

  @Test
  void regionComesFromSettingsThenEnvironment() {
    assertEquals("us-east-1", settings(Map.of(), Map.of()).region());
    Map<String, String> environment = Map.of("AWS_DEFAULT_REGION", "r2", "AWS_REGION", "r1");
    assertEquals("r1", settings(Map.of(), environment).region());
    assertEquals("r0", settings(Map.of("gateway.aws.region", "r0"), environment).region());
  }
}
