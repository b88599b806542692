package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.transport.BackendAddress;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.PooledBackendClient;
import io.gatemason.runtime.transport.ScriptedBackend;
import io.gatemason.runtime.transport.VpcLink;
import io.gatemason.runtime.transport.VpcLinks;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VpcLinkTest {
  private static final String ARN =
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/pets/1/2";

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final VpcLink link =
      new VpcLink(List.of("http://a", "http://b:81/base/", "http://c"), now::get);

  @Test
  void takesTargetsInTurn() {
    assertEquals("abcabc", turns(6));
  }

  @Test
  void leavesAFailedTargetOutForAWhile() {
    link.next();
    link.next().failed();
    assertEquals("cacaca", turns(6));
    now.addAndGet(VpcLink.BACK_OFF_NANOS);
    assertEquals("bcabca", turns(6));
  }

  @Test
  void usesAFailedTargetAgainOnceItHasAnswered() {
    VpcLink.Target first = link.next();
    first.failed();
    first.answered();
    assertEquals("bca", turns(3));
  }

  @Test
  void triesAllInTurnWhenAllFailed() {
    for (int i = 0; i < 3; i++) {
      link.next().failed();
    }
    assertEquals("abca", turns(4));
  }

  @Test
  void dialsTheTargetButNamesTheEndpoint() {
    HttpEndpoint named = HttpEndpoint.of("https://orders.example.com");
    link.next();
    VpcLink.Target second = link.next();
    assertEquals(
        new BackendAddress(false, "b", 81, "orders.example.com", false), second.address(named));
    assertEquals("/base", second.pathPrefix());
  }

  @Test
  void givesListenersTargetsOfTheirOwn() {
    VpcLinks links =
        links(
            Map.of(
                "gateway.vpc-links.abc123.targets.0",
                "http://one",
                "gateway.vpc-links.abc123.listeners." + ARN + ".0",
                "http://two",
                "gateway.vpc-links.other.listeners." + ARN + ".0",
                "http://three"));
    assertEquals("one", host(links.find("abc123", null)));
    assertEquals("two", host(links.find("abc123", ARN)));
    assertEquals("one", host(links.find("abc123", ARN + "/else")));
    assertEquals("three", host(links.find("other", ARN)));
    assertThrows(GatewayFailure.class, () -> links.find("other", ARN + "/else"));
  }

  private static String host(VpcLink found) {
    return found.next().address(HttpEndpoint.of("http://named")).host();
  }

  @Test
  void namesListenersByTheirTargetsUnlessTheCertificateHasAnotherName() {
    HttpEndpoint listener = HttpEndpoint.of("http://link").withVpcLink("a").withListener(ARN);
    VpcLink.Target plain = new VpcLink(List.of("http://b:81"), now::get).next();
    VpcLink.Target secure = new VpcLink(List.of("https://b:444"), now::get).next();
    assertEquals(new BackendAddress(false, "b", 81, "b", false), plain.address(listener));
    assertEquals(new BackendAddress(true, "b", 444, "b", false), secure.address(listener));

    HttpEndpoint verified = HttpEndpoint.of("https://pets.internal").withListener(ARN);
    assertEquals(
        new BackendAddress(true, "b", 81, "pets.internal", false), plain.address(verified));
    assertEquals(
        new BackendAddress(true, "b", 444, "pets.internal", false), secure.address(verified));
  }

  @Test
  @Timeout(20)
  void aTargetThatComesBackIsUsedAgain() throws IOException {
    AtomicBoolean broken = new AtomicBoolean(true);
    Map<String, String> settings = new HashMap<>();
    try (ScriptedBackend steady = answering("steady", new AtomicBoolean());
        ScriptedBackend moody = answering("moody", broken)) {
      settings.put("gateway.vpc-links.link1.targets.0", steady.url());
      settings.put("gateway.vpc-links.link1.targets.1", moody.url());
      Config config = Config.just(ConfigSources.create(settings));
      try (PooledBackendClient client = new PooledBackendClient(config);
          GatewayFixture gateway =
              gateway(new HttpBackend(client, new VpcLinks(config, now::get)))) {
        assertEquals("steady 504 steady steady", bodies(gateway, 4));
        broken.set(false);
        assertEquals("steady steady", bodies(gateway, 2));
        now.addAndGet(VpcLink.BACK_OFF_NANOS);
        assertEquals("moody steady moody steady", bodies(gateway, 4));
      }
    }
  }

  private static GatewayFixture gateway(HttpBackend http) {
    HttpEndpoint endpoint = HttpEndpoint.of("http://nlb.example.com");
    return new GatewayFixture(
        Map.of(),
        ApiInfo.builder("api1", "").stageVariable("vpcLinkId", "link1").build(),
        (exchange, any) ->
            http.forward(
                exchange,
                HttpRequest.passThrough(exchange, "ANY")
                    .to(endpoint.withVpcLink(exchange.stageVariableText("vpcLinkId")), "/")));
  }

  private static ScriptedBackend answering(String body, AtomicBoolean broken) {
    return new ScriptedBackend(
        connection -> {
          while (!connection.readRequest().isEmpty()) {
            if (broken.get()) {
              connection.reset();
              return;
            }
            connection.send(
                "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
          }
        });
  }

  /** The bodies, or the status where it is not 200. */
  private static String bodies(GatewayFixture gateway, int count) {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String answer = gateway.get("/");
      String status = answer.substring(9, 12);
      bodies.add(status.equals("200") ? answer.substring(answer.indexOf("\r\n\r\n") + 4) : status);
    }
    return String.join(" ", bodies);
  }

  @Test
  void readsLinksFromTheSettings() {
    VpcLinks links =
        links(
            Map.of(
                "gateway.vpc-links.abc123.targets.0",
                "http://one",
                "gateway.vpc-links.abc123.targets.1",
                "http://two"));
    assertEquals(2, links.find("abc123", null).size());
    assertThrows(GatewayFailure.class, () -> links.find("other", null));
    assertThrows(GatewayFailure.class, () -> links.find("", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "ftp://one", "http://", "//one", "http://a b", "http://a@b"})
  void refusesTargetsThatAreNoBaseUrl(String target) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> links(Map.of("gateway.vpc-links.abc.targets.0", target)));
    assertEquals(
        "gateway.vpc-links.abc.targets", e.getMessage().substring(0, e.getMessage().indexOf(':')));
  }

  @Test
  void refusesALinkWithoutTargets() {
    assertThrows(
        IllegalArgumentException.class,
        () -> links(Map.of("gateway.vpc-links.abc.target", "http://a")));
  }

  private static VpcLinks links(Map<String, String> settings) {
    return new VpcLinks(Config.just(ConfigSources.create(settings)), () -> 0);
  }

  private String turns(int count) {
    StringBuilder hosts = new StringBuilder();
    HttpEndpoint named = HttpEndpoint.of("http://named");
    for (int i = 0; i < count; i++) {
      hosts.append(link.next().address(named).host());
    }
    return hosts.toString();
  }
}
