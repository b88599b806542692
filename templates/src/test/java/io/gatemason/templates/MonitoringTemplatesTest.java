package io.gatemason.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.templates.view.MonitoredApiView;
import io.gatemason.templates.view.MonitoringView;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class MonitoringTemplatesTest {
  private static final String HOSTILE = "a\"b\\c\u0000\u2028${x}#set($y=1)\ud83d\ude00</script>";

  private final FileTemplates templates = new FileTemplates();

  private static MonitoringView plain(String title) {
    return new MonitoringView(
        title,
        List.of(
            new MonitoredApiView(
                "orders", title, false, false, false, false, false, false, List.of())));
  }

  private static MonitoringView rich() {
    return new MonitoringView(
        "both",
        List.of(
            new MonitoredApiView(
                "orders",
                "Orders",
                true,
                true,
                true,
                true,
                true,
                false,
                List.of("users", "partners")),
            new MonitoredApiView(
                "pets", "pets", true, false, false, false, false, false, List.of()),
            new MonitoredApiView(
                "chat", "chat", true, false, false, false, false, true, List.of())));
  }

  private JsonNode dashboard(MonitoringView service) throws IOException {
    return new ObjectMapper().readTree(templates.fill(MonitoringTemplate.DASHBOARD, service));
  }

  @Test
  void keepsHostileTitlesInsideTheirString() throws IOException {
    JsonNode dashboard = dashboard(plain(HOSTILE));
    assertEquals(HOSTILE, dashboard.path("title").asText());
    assertEquals(HOSTILE + " (orders)", dashboard.path("panels").path(0).path("title").asText());
    assertEquals(
        "${datasource}", dashboard.path("panels").path(1).path("datasource").path("uid").asText());
  }

  @Test
  void showsOnlyWhatTheApisHave() throws IOException {
    List<String> plain = dashboard(plain("x")).path("panels").findValuesAsText("expr");
    assertTrue(plain.stream().noneMatch(each -> each.contains("cache")), plain.toString());
    assertTrue(plain.stream().noneMatch(each -> each.contains("throttled")), plain.toString());
    assertTrue(plain.stream().noneMatch(each -> each.contains("authorizer")), plain.toString());
    List<String> rich = dashboard(rich()).path("panels").findValuesAsText("expr");
    for (String metric :
        List.of(
            "cache_hits",
            "throttled",
            "quota_exceeded",
            "authorizer_calls",
            "resource!=",
            "websocket_messages")) {
      assertTrue(rich.stream().anyMatch(each -> each.contains(metric)), metric);
    }
  }

  @Test
  void laysNoPanelOverAnother() throws IOException {
    Set<String> taken = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : dashboard(rich()).path("panels")) {
      assertTrue(ids.add(panel.path("id").asInt()));
      JsonNode place = panel.path("gridPos");
      assertTrue(place.path("x").asInt() + place.path("w").asInt() <= 24);
      for (int x = 0; x < place.path("w").asInt(); x++) {
        for (int y = 0; y < place.path("h").asInt(); y++) {
          assertTrue(
              taken.add((place.path("x").asInt() + x) + "," + (place.path("y").asInt() + y)));
        }
      }
    }
  }

  @Test
  void writesTheRulesOfEachApiInAGroupOfItsOwn() {
    Object rules =
        new Load(LoadSettings.builder().build())
            .loadFromString(templates.fill(MonitoringTemplate.ALERTS, rich()));
    List<?> groups = (List<?>) ((Map<?, ?>) rules).get("groups");
    assertEquals(
        List.of("gatemason orders", "gatemason pets", "gatemason chat", "gatemason service"),
        groups.stream().map(group -> ((Map<?, ?>) group).get("name")).toList());
    String text = groups.toString();
    assertTrue(text.contains("absent(apigateway_requests_total{api=\"pets\"})"), text);
    assertTrue(text.contains("absent(apigateway_websocket_connections{api=\"chat\"})"), text);
    assertFalse(text.contains("requests_total{api=\"chat\"}"), text);
    assertTrue(text.contains("{{ $labels.api }}/{{ $labels.stage }}"), text);
    assertFalse(templates.fill(MonitoringTemplate.ALERTS, plain("x")).contains("Throttles"));
  }
}
