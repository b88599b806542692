package io.gatemason.runtime.waf.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.waf.WebAclOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is written of a request.
 *
 * @param redacted what is not shown
 */
record LogLine(Exchange exchange, WebAclOutcome outcome, Set<String> redacted) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String REDACTED = "REDACTED";
  private static final int MOST_LABELS = 100;

  String text() {
    ApiInfo api = exchange.api();
    ObjectNode line = NODES.objectNode();
    line.put("timestamp", exchange.epochMillis());
    line.put("formatVersion", 1);
    line.put("webaclId", outcome.arn());
    line.put("terminatingRuleId", outcome.rule());
    line.put("terminatingRuleType", outcome.type());
    line.put("action", outcome.allowed() ? "ALLOW" : "BLOCK");
    line.putArray("terminatingRuleMatchDetails");
    line.put("httpSourceName", "APIGW");
    line.put("httpSourceId", api.accountId() + ":" + api.apiId() + ":" + api.stage());
    line.set("ruleGroupList", groups());
    line.putArray("rateBasedRuleList");
    line.set("nonTerminatingMatchingRules", counted(outcome.counted()));
    line.set("requestHeadersInserted", inserted());
    if (outcome.responseCode() == 0) {
      line.putNull("responseCodeSent");
    } else {
      line.put("responseCodeSent", outcome.responseCode());
    }
    line.set("httpRequest", request());
    line.set("labels", named(outcome.labels()));
    if (!outcome.oversize().isEmpty()) {
      ArrayNode oversize = line.putArray("oversizeFields");
      outcome.oversize().forEach(oversize::add);
    }
    return Json.write(line);
  }

  private ArrayNode groups() {
    ArrayNode groups = NODES.arrayNode();
    for (WebAclOutcome.Group each : outcome.groups()) {
      ObjectNode group = groups.addObject();
      group.put("ruleGroupId", each.name());
      if (each.rule().isEmpty()) {
        group.putNull("terminatingRule");
      } else {
        group
            .putObject("terminatingRule")
            .put("ruleId", each.rule())
            .put("action", each.allowed() ? "ALLOW" : "BLOCK")
            .putNull("ruleMatchDetails");
      }
      group.set("nonTerminatingMatchingRules", counted(each.counted()));
      group.putNull("excludedRules");
    }
    return groups;
  }

  private static ArrayNode counted(List<String> rules) {
    ArrayNode counted = NODES.arrayNode();
    rules.forEach(
        rule -> {
          ObjectNode each = counted.addObject();
          each.put("ruleId", rule).put("action", "COUNT").putArray("ruleMatchDetails");
        });
    return counted;
  }

  private ArrayNode inserted() {
    ArrayNode inserted = NODES.arrayNode();
    outcome
        .inserted()
        .forEach((name, value) -> inserted.addObject().put("name", name).put("value", value));
    return inserted;
  }

  private static ArrayNode named(List<String> labels) {
    ArrayNode named = NODES.arrayNode();
    labels.stream().limit(MOST_LABELS).forEach(label -> named.addObject().put("name", label));
    return named;
  }

  private ObjectNode request() {
    ObjectNode request = NODES.objectNode();
    request.put("clientIp", exchange.origin().sourceIp());
    request.put("country", "-");
    ArrayNode headers = request.putArray("headers");
    RequestFields fields = exchange.head().fields();
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.name(i);
      if (!outcome.inserted().containsKey(name)) {
        headers
            .addObject()
            .put("name", name)
            .put("value", shown("header:" + name.toLowerCase(Locale.ROOT), fields.value(i)));
      }
    }
    request.put("uri", shown("path", exchange.head().sentPath()));
    request.put("args", shown("query", exchange.head().rawQuery()));
    request.put("httpVersion", exchange.context().text(ContextVariable.PROTOCOL, ""));
    request.put("httpMethod", shown("method", exchange.head().method()));
    request.put("requestId", exchange.ids().extendedRequestId());
    return request;
  }

  private String shown(String part, String value) {
    return redacted.contains(part) ? REDACTED : value;
  }
}
