package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.service.ApiKey;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.ScalarNode;
import java.util.HashMap;
import java.util.Map;

/**
 * A key's value has 20 to 128 characters, and within a template no other key has it ({@code
 * docs/behaviour/clients.md#api-keys}). Messages never show a value.
 */
final class KeyValues implements ServiceCheck {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 128;

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Map<String, ApiKey> first = new HashMap<>();
    for (ApiKey key : service.apiKeys()) {
      if (key.value().isPresent()) {
        ScalarNode value = key.value().get();
        String problem = problem(value.text().length());
        if (!problem.isEmpty()) {
          diagnostics.report(
              StageCodes.GM3504,
              value.range(),
              "key \"%s\": %s".formatted(key.id().logicalId(), problem),
              "write 20 to 128 characters");
        }
        ApiKey other = first.putIfAbsent(key.id().template() + " " + value.text(), key);
        if (other != null) {
          diagnostics.report(
              StageCodes.GM3505,
              value.range(),
              "the keys \"%s\" and \"%s\" have the same value"
                  .formatted(other.id().logicalId(), key.id().logicalId()),
              "give each key a value of its own");
        }
      }
    }
  }

  /** What the managed service says of a length; empty where it says nothing. */
  private static String problem(int length) {
    if (length < SHORTEST) {
      return "API Key value should be at least " + SHORTEST + " characters";
    }
    return length > LONGEST
        ? "API Key value exceeds maximum size of " + LONGEST + " characters"
        : "";
  }
}
