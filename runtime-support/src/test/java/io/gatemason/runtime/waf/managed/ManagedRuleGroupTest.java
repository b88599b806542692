package io.gatemason.runtime.waf.managed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.model.waf.ManagedRuleSet;
import io.gatemason.runtime.waf.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The generator cannot see the groups of the runtime, and has a list of its own. */
class ManagedRuleGroupTest {
  @ParameterizedTest
  @EnumSource
  void theGeneratorKnowsTheRules(ManagedRuleGroup group) {
    List<String> rules = group.rules().stream().map(Rule::name).toList();
    assertEquals(ManagedRuleSet.valueOf(group.name()).rules(), rules);
  }

  @Test
  void theGeneratorKnowsTheGroups() {
    assertEquals(
        Arrays.stream(ManagedRuleGroup.values()).map(Enum::name).toList(),
        Arrays.stream(ManagedRuleSet.values()).map(Enum::name).toList());
  }
}
