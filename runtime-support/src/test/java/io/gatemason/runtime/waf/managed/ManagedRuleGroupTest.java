package io.gatemason.runtime.waf.managed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.re2j.Pattern;
import io.gatemason.generator.model.waf.ManagedRuleSet;
import io.gatemason.runtime.waf.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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

  /** What RE2 understands, and no sign that it reads otherwise, is searched for in linear time. */
  @Test
  void everyExpressionTakesLinearTime() throws IOException {
    for (String line : patterns()) {
      String[] parts = line.split(" => ", 2);
      assertEquals(parts[0].toLowerCase(Locale.ROOT), parts[0]);
      if (parts.length == 2) {
        assertEquals(-1, parts[1].indexOf('$'), line);
        Pattern.compile(parts[1]);
      }
    }
  }

  @Test
  void everyListIsUsed() throws IOException {
    List<String> sections =
        patterns().stream()
            .filter(line -> line.matches("\\[.*\\]"))
            .map(line -> line.substring(1, line.length() - 1))
            .toList();
    Set<String> used = new TreeSet<>();
    Matcher matcher =
        java.util.regex.Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"").matcher(source());
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
    assertEquals(List.of(), sections.stream().filter(each -> !used.contains(each)).toList());
    sections.forEach(ManagedPatterns::of);
  }

  private static String source() throws IOException {
    return Files.readString(
        Path.of("src/main/java/io/gatemason/runtime/waf/managed/ManagedRuleGroup.java"));
  }

  private static List<String> patterns() throws IOException {
    return Files.readAllLines(
            Path.of("src/main/resources/io/gatemason/runtime/waf/managed/patterns.txt"))
        .stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @Test
  void theGeneratorKnowsTheGroups() {
    assertEquals(
        Arrays.stream(ManagedRuleGroup.values()).map(Enum::name).toList(),
        Arrays.stream(ManagedRuleSet.values()).map(Enum::name).toList());
  }
}
