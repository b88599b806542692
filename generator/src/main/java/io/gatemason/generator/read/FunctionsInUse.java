package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions that integrations and authorizers name, with what templates and settings say of
 * them. A setting wins over the handler of a template. Where a stage variable is part of a
 * function's name, every function may be meant.
 */
public final class FunctionsInUse {
  private static final Pattern NAME =
      Pattern.compile("(?:.*:function:)?([A-Za-z0-9_-]{1,140})(?::[^:]*)?");

  private final Set<String> named = new TreeSet<>();
  private boolean anyNamed;

  private FunctionsInUse(List<Api> apis) {
    apis.stream().flatMap(api -> api.functions().stream()).forEach(this::add);
  }

  /**
   * Finds them.
   *
   * @param declared what templates declare
   * @param mapped Java handlers by the name of the function, from a setting
   * @param diagnostics receives mappings that nothing uses
   * @return in the order of their names
   */
  public static List<FunctionDefinition> of(
      List<FunctionDefinition> declared,
      Map<String, String> mapped,
      List<Api> apis,
      Diagnostics diagnostics) {
    FunctionsInUse use = new FunctionsInUse(apis);
    Map<String, FunctionDefinition> byName = new TreeMap<>();
    declared.forEach(function -> byName.putIfAbsent(function.name(), function));
    new TreeMap<>(mapped)
        .forEach(
            (name, handler) -> {
              FunctionDefinition function =
                  mapped(name, handler, Optional.ofNullable(byName.get(name)));
              byName.put(name, function);
              if (!use.names(name)) {
                use.reportUnused(function, diagnostics);
              }
            });
    return byName.values().stream().filter(function -> use.names(function.name())).toList();
  }

  private boolean names(String name) {
    return anyNamed || named.contains(name);
  }

  private void add(MappingText text) {
    List<String> literals = new ArrayList<>();
    for (MappingText.Piece piece : text.pieces()) {
      if (piece instanceof MappingText.Literal literal) {
        literals.add(literal.text());
      }
    }
    Matcher name = NAME.matcher(String.join("", literals));
    if (literals.size() < text.pieces().size()) {
      anyNamed = true;
    } else if (name.matches()) {
      named.add(name.group(1));
    }
  }

  /** What the setting does not say stays as the template has it. */
  private static FunctionDefinition mapped(
      String name, String handler, Optional<FunctionDefinition> declared) {
    String start = name + " = ";
    SourceFile setting = new SourceFile("parameter functions", start + handler);
    Range range = new Range(setting, setting.position(start.length()), setting.range().end());
    return new FunctionDefinition(
        range,
        name,
        "java",
        handler,
        declared.flatMap(FunctionDefinition::codeUri),
        Optional.empty(),
        declared.flatMap(FunctionDefinition::timeout),
        declared
            .map(FunctionDefinition::memoryMegabytes)
            .orElse(FunctionDefinition.DEFAULT_MEMORY_MEGABYTES),
        declared.map(FunctionDefinition::environment).orElse(Map.of()),
        declared.map(FunctionDefinition::unknownEnvironment).orElse(List.of()),
        true);
  }

  private void reportUnused(FunctionDefinition function, Diagnostics diagnostics) {
    diagnostics.report(
        ResourceCodes.GM2205,
        function.range(),
        "no integration names the function \"" + function.name() + "\"",
        DidYouMean.closest(function.name(), named)
            .map(closest -> "did you mean \"" + closest + "\"?")
            .orElse("remove the mapping; integrations name " + named));
  }
}
