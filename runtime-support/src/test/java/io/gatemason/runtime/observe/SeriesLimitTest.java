package io.gatemason.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SeriesLimitTest {

  @Test
  void namesWhatIsBeyondOther() {
    Metrics metrics = new Metrics(() -> 0, () -> BackendConnections.NONE, false);
    SeriesLimit limit = new SeriesLimit(2 * (1 + Metrics.HISTOGRAM_SERIES));
    for (int i = 0; i < 5; i++) {
      MethodInfo method = MethodInfo.of("GET", "/r" + i);
      new Series(metrics, limit, ApiInfo.of("shop", "prod"), method).request(1, null);
    }
    String text = new String(metrics.text("").text(), StandardCharsets.UTF_8);
    assertEquals(
        2,
        text.lines().filter(l -> l.matches("apigateway_requests_total.*/r[01]\".* 1.0")).count());
    assertTrue(
        text.lines().anyMatch(l -> l.matches("apigateway_requests_total.*other.* 3.0")), text);
  }

  /** When settings change, all stages are set up anew. */
  @Test
  void countsWhatIsSetUpAnewOnce() {
    Metrics metrics = new Metrics(() -> 0, () -> BackendConnections.NONE, false);
    SeriesLimit limit = new SeriesLimit(2 + 3 * Metrics.HISTOGRAM_SERIES);
    MethodInfo method = MethodInfo.of("GET", "/pets");
    for (int i = 0; i < 5; i++) {
      Series series = new Series(metrics, limit, ApiInfo.of("shop", "prod"), method);
      series.request(1, null);
      series.error(true, "THROTTLED");
      series.call("key", 1, null, "GET", "backend", "200", "");
      series.duration(new Series.Answered("GET", 429, true, "HTTP/1.1", "THROTTLED"), 1, null);
    }
    String text = new String(metrics.text("").text(), StandardCharsets.UTF_8);
    assertFalse(text.contains("other"));
    assertEquals(
        5, text.lines().filter(l -> l.matches(".*_(total|count)\\{.* 5(\\.0)?")).count(), text);
  }
}
