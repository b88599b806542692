package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.failure.GatewayFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallArnTest {
  private static final String PREFIX = "arn:aws:execute-api:eu-west-1:123456789012:";
  private static final ApiInfo API =
      ApiInfo.builder("petstore", "dev").accountId("123456789012").build();

  @ParameterizedTest
  @CsvSource({
    "/dev/pets/7, pets/7",
    "/dev/pets, pets",
    "/dev/pets/, pets",
    "/dev//pets///7, pets/7",
    "/dev, ''",
    "/dev/, ''",
    "/dev/pets/%2e%2e, pets/%2e%2e"
  })
  void hasTheSegmentsThatRoutingSees(String path, String expected) {
    assertEquals(
        PREFIX + "petstore/dev/GET/" + expected,
        CallArn.of(TestCall.call().of(API).to("GET", path).exchange(), "eu-west-1").text());
  }

  @Test
  void namesTheVerb() {
    assertEquals(
        PREFIX + "petstore/dev/DELETE/pets/7",
        CallArn.of(TestCall.call().of(API).to("DELETE", "/dev/pets/7").exchange(), "eu-west-1")
            .text());
  }

  @Test
  void anApiWithoutStagesHasTheDefaultOne() {
    ApiInfo root = ApiInfo.builder("petstore", "").accountId("123456789012").build();
    assertEquals(
        PREFIX + "petstore/$default/GET/pets",
        CallArn.of(TestCall.call().of(root).to("GET", "/pets").exchange(), "eu-west-1").text());
  }

  @ParameterizedTest
  @CsvSource({"cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov", "us-east-1, aws"})
  void namesThePartitionOfTheRegion(String region, String partition) {
    assertEquals(
        "arn:" + partition + ":execute-api:" + region + ":123456789012:petstore/dev/GET/pets/7",
        CallArn.of(TestCall.call().of(API).exchange(), region).text());
  }

  @Test
  void aRouteOfMessagesIsNamedByItsKey() {
    Exchange exchange = TestCall.call().of(API).exchange();
    exchange.method(MethodInfo.ofMessages("$connect"));
    assertEquals(PREFIX + "petstore/dev/$connect", CallArn.of(exchange, "eu-west-1").text());
  }

  @Test
  void whatNoMethodAnswersHasAnArn() {
    Exchange exchange = TestCall.call().of(API).exchange();
    assertEquals(PREFIX + "petstore/dev/GET/pets/7", CallArn.of(exchange, "eu-west-1").text());
  }

  @Test
  void aPathThatIsTooLongForAPolicyIsRefused() {
    int room = 1_600 - (PREFIX + "petstore/dev/GET/").length();
    String longest = "p".repeat(room);
    assertEquals(
        PREFIX + "petstore/dev/GET/" + longest,
        CallArn.of(TestCall.call().of(API).to("GET", "/dev/" + longest).exchange(), "eu-west-1")
            .text());
    Exchange longer = TestCall.call().of(API).to("GET", "/dev/p" + longest).exchange();
    GatewayFailure refused =
        assertThrows(GatewayFailure.class, () -> CallArn.of(longer, "eu-west-1"));
    assertEquals(414, refused.status());
  }
}
