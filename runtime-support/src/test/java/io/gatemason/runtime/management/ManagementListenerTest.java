package io.gatemason.runtime.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.console.ConsoleService;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.throttle.ApiKey;
import io.gatemason.runtime.throttle.QuotaPeriod;
import io.gatemason.runtime.throttle.UsagePlan;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementListenerTest {
  private static final ConsoleService NOTHING =
      new ConsoleService(
          List::of, (request, answer) -> false, ManagementListenerTest.class.getClassLoader(), 0);

  private Services services;
  private ManagementListener listener;

  @AfterEach
  void stop() {
    if (listener != null) {
      listener.close();
    }
    if (services != null) {
      services.close();
    }
  }

  @Test
  void isOffUnlessAPortIsSet() {
    services = Services.open(config(Map.of()));
    assertTrue(
        ManagementListener.start(
                config(Map.of()), services, Observation.open(config(Map.of())), NOTHING, 0)
            .isEmpty());
  }

  @Test
  void tellsThatTheServiceIsUp() throws IOException {
    start(Map.of());
    assertEquals("200 {\"status\":\"UP\"}", send("GET /health"));
    assertEquals("200 {\"status\":\"UP\"}", send("GET /ready"));
  }

  @Test
  void showsAndSetsUsage() throws IOException {
    start(Map.of());
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    String rows = "[[0,%d]]}}";
    String head =
        "200 {\"usagePlanId\":\"Gold\",\"startDate\":\""
            + today
            + "\",\"endDate\":\""
            + today
            + "\",\"values\":{\"Partner\":";
    assertEquals(head + rows.formatted(100), send("GET /usage?usagePlanId=Gold&keyId=Partner"));
    assertEquals(
        "403 {\"message\":\"X-Requested-By needed\"}",
        send("POST /usage?usagePlanId=Gold&keyId=Partner&remaining=7"));
    assertEquals(
        "200 {}",
        send("POST /usage?usagePlanId=Gold&keyId=Partner&remaining=7", "X-Requested-By: me"));
    assertEquals(
        "400 {\"message\":\"remaining is a number\"}",
        send("POST /usage?usagePlanId=Gold&remaining=-1", "X-Requested-By: me"));
    assertEquals(
        "404 {\"message\":\"no such usage plan\"}", send("GET /usage?usagePlanId=None&keyId=x"));
    assertTrue(send("GET /usage?usagePlanId=Gold&keyId=x&startDate=yesterday").startsWith("400"));
    assertEquals("400 {\"message\":\"keyId is missing\"}", send("GET /usage?usagePlanId=Gold"));
    assertEquals(
        "404 {\"message\":\"no such key in a usage plan with a quota\"}",
        send("POST /usage?usagePlanId=Gold&keyId=nobody&remaining=7", "X-Requested-By: me"));
    assertEquals(head + rows.formatted(7), send("GET /usage?usagePlanId=Gold&keyId=Partner"));
  }

  @Test
  void answersToNamesThatSettingsGiveInAnyCase() throws IOException {
    start(Map.of("gateway.management.hosts", "Ops.Example"));
    assertTrue(send("GET /health", "Host: ops.example:8081").startsWith("200"));
    assertTrue(send("GET /health", "Host: OPS.example").startsWith("200"));
    assertTrue(send("GET /health", "Host: ops.example.evil.example").startsWith("421"));
  }

  @Test
  void refusesNamesOfOtherMachinesAndWhatItDoesNotKnow() throws IOException {
    start(Map.of());
    assertTrue(send("GET /health", "Host: evil.example").startsWith("421"));
    assertTrue(send("GET /nothing").startsWith("404"));
    assertTrue(send("POST /cache/flush?api=a&stage=b", "X-Requested-By: me").startsWith("404"));
    assertTrue(
        send("POST /authorizers/flush?api=a&stage=b", "X-Requested-By: me").startsWith("404"));
  }

  @Test
  void forgetsWhatAuthorizersOfAStageSaid() throws IOException {
    start(Map.of());
    new Stage(services, ApiInfo.of("pets", "prod")).auth();
    String flush = "POST /authorizers/flush?api=pets&stage=";
    assertEquals("202 {}", send(flush + "prod", "X-Requested-By: me"));
    assertTrue(send(flush + "dev", "X-Requested-By: me").startsWith("404"));
    assertTrue(send(flush + "prod").startsWith("403"));
  }

  @Test
  void saysThatNothingIsFlushedWhileSharedStateIsAway() throws IOException {
    start(Map.of("gateway.store.redis.uri", "redis://127.0.0.1:1"));
    new Stage(services, ApiInfo.of("pets", "prod")).auth();
    assertEquals(
        "503 {\"message\":\"shared state cannot be reached\"}",
        send("POST /authorizers/flush?api=pets&stage=prod", "X-Requested-By: me"));
  }

  @Test
  void showsNoUsageThatItCannotKnow() throws IOException {
    start(
        Map.of(
            "gateway.store.redis.uri", "redis://127.0.0.1:1",
            "gateway.store.on-failure", "refuse"));
    assertEquals(
        "503 {\"message\":\"shared state cannot be reached\"}",
        send("GET /usage?usagePlanId=Gold&keyId=Partner"));
  }

  @Test
  void demandsTheTokenForAllButHealth() throws IOException {
    start(Map.of("gateway.management.token", "secret"));
    assertTrue(send("GET /health").startsWith("200"));
    assertTrue(send("GET /usage?usagePlanId=Gold&keyId=x").startsWith("401"));
    assertTrue(
        send("GET /usage?usagePlanId=Gold&keyId=x", "Authorization: Bearer wrong")
            .startsWith("401"));
    assertTrue(
        send("GET /usage?usagePlanId=Gold&keyId=x", "Authorization: Bearer secret")
            .startsWith("200"));
  }

  @Test
  void doesNotListenBeyondLoopbackWithoutAToken() {
    assertThrows(
        IllegalArgumentException.class, () -> start(Map.of("gateway.management.host", "0.0.0.0")));
  }

  private void start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("gateway.management.port", "0");
    Config config = config(all);
    services =
        Services.open(
            config,
            Map.of(),
            List.of(),
            List.of(UsagePlan.of("Gold", "gold").quota(100, 0, QuotaPeriod.MONTH)),
            List.of(ApiKey.of("Partner", "partner").enabled().plan("Gold")));
    listener =
        ManagementListener.start(config, services, Observation.open(config), NOTHING, 0)
            .orElseThrow();
  }

  private static Config config(Map<String, String> settings) {
    return Config.just(ConfigSources.create(settings));
  }

  /** Status and body. */
  private String send(String verbAndTarget, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(verbAndTarget).append(" HTTP/1.1\r\n");
    String all = String.join("\r\n", headers);
    if (!all.contains("Host:")) {
      request.append("Host: localhost:1\r\n");
    }
    request.append(all.isEmpty() ? "" : all + "\r\n");
    request.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", listener.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      String length = head.toString().replaceAll("(?is).*content-length: ([0-9]+).*", "$1");
      byte[] body = in.readNBytes(Integer.parseInt(length));
      return head.substring(9, 12) + " " + new String(body, StandardCharsets.US_ASCII);
    }
  }
}
