package io.gatemason.runtime.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.runtime.cache.StageCache;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.throttle.PlanOverview;
import io.gatemason.runtime.traffic.Figures;
import io.gatemason.runtime.traffic.MethodKey;
import io.gatemason.runtime.traffic.Served;
import io.gatemason.runtime.traffic.Step;
import io.gatemason.runtime.traffic.Traffic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page asks for, as JSON. Source: {@code docs/behaviour/console.md}. */
final class ConsoleJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ConsoleJson() {}

  /** The APIs with their stages, and what the documents say of them. */
  static ObjectNode apis(ConsoleService service, ApiDescriptions descriptions, Services services) {
    Map<String, ObjectNode> apis = new LinkedHashMap<>();
    for (ApiInfo stage : service.stages().get()) {
      ObjectNode api =
          apis.computeIfAbsent(stage.apiId(), id -> described(stage, descriptions.of(id)));
      api.withArray("stages").add(stage(stage, services));
    }
    ObjectNode all = NODES.objectNode();
    all.put("port", service.port());
    apis.values().forEach(all.putArray("apis")::add);
    return all;
  }

  private static ObjectNode described(ApiInfo stage, JsonNode description) {
    ObjectNode api = NODES.objectNode();
    api.put("id", stage.apiId());
    api.put("title", stage.apiId());
    api.put("kind", stage.httpApi() ? "HTTP" : "REST");
    api.putArray("methods");
    description.properties().forEach(each -> api.set(each.getKey(), each.getValue()));
    return api;
  }

  private static ObjectNode stage(ApiInfo info, Services services) {
    ObjectNode stage = NODES.objectNode();
    stage.put("name", info.stage());
    stage.put("prefix", info.pathPrefix());
    if (info.canary() != null) {
      stage.put("canaryPercent", info.canary().percentTraffic());
    }
    Optional<StageCache> cache = services.caches().find(info.apiId(), info.stage());
    if (cache.isPresent()) {
      ObjectNode shown = stage.putObject("cache");
      shown.put("bytes", info.settings().cacheBytes());
      shown.put("hits", cache.get().hits());
      shown.put("misses", cache.get().misses());
    }
    return stage;
  }

  /** The figures of all methods, and the requests after a number without their logs. */
  static ObjectNode traffic(Traffic traffic, long after) {
    ObjectNode all = NODES.objectNode();
    all.put("began", traffic.began());
    ArrayNode figures = all.putArray("figures");
    traffic.figures().forEach((key, value) -> figures.add(figures(key, value)));
    ArrayNode requests = all.putArray("requests");
    traffic.after(after).forEach(served -> requests.add(request(served)));
    return all;
  }

  private static ObjectNode figures(MethodKey key, Figures figures) {
    ObjectNode node = method(key);
    node.put("total", figures.total());
    node.put("requests", figures.requests());
    node.put("clientErrors", figures.clientErrors());
    node.put("serverErrors", figures.serverErrors());
    node.put("hits", figures.hits());
    node.put("misses", figures.misses());
    node.put("p50", figures.median());
    node.put("p95", figures.p95());
    node.put("p99", figures.p99());
    figures.course().forEach(node.putArray("course")::add);
    return node;
  }

  private static ObjectNode method(MethodKey key) {
    ObjectNode node = NODES.objectNode();
    node.put("api", key.apiId());
    node.put("stage", key.stage());
    node.put("method", key.httpMethod());
    node.put("resource", key.resourcePath());
    return node;
  }

  private static ObjectNode request(Served served) {
    ObjectNode node = method(served.key());
    node.put("number", served.number());
    node.put("time", served.epochMillis());
    node.put("id", served.requestId());
    node.put("canary", served.canary());
    node.put("verb", served.httpMethod());
    node.put("path", served.path());
    node.put("status", served.status());
    node.put("micros", served.micros());
    node.put("integrationMicros", served.integrationMicros());
    node.put("error", served.error());
    node.put("cache", served.cache());
    node.put("tried", served.tried());
    return node;
  }

  /** A request with its log. */
  static ObjectNode requestWithLog(Served served) {
    ObjectNode node = request(served);
    node.set("steps", steps(served.steps()));
    return node;
  }

  /** The lines of a log. */
  static ArrayNode steps(List<Step> steps) {
    ArrayNode lines = NODES.arrayNode();
    for (Step step : steps) {
      lines.addObject().put("micros", step.micros()).put("text", step.text());
    }
    return lines;
  }

  /** The usage plans with their keys. */
  static ObjectNode plans(List<PlanOverview> plans) {
    ObjectNode all = NODES.objectNode();
    ArrayNode list = all.putArray("plans");
    for (PlanOverview plan : plans) {
      ObjectNode node = list.addObject();
      node.put("id", plan.id()).put("name", plan.name());
      plan.stages().forEach(node.putArray("stages")::add);
      node.put("quota", plan.quota()).put("period", plan.period());
      node.put("moreKeys", plan.moreKeys());
      ArrayNode keys = node.putArray("keys");
      for (PlanOverview.KeyUsage key : plan.keys()) {
        keys.addObject()
            .put("id", key.id())
            .put("name", key.name())
            .put("enabled", key.enabled())
            .put("today", key.today())
            .put("used", key.used())
            .put("remaining", key.remaining());
      }
    }
    return all;
  }
}
