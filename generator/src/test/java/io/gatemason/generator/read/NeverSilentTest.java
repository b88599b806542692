package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.intrinsic.Substitution;
import io.gatemason.generator.read.resource.NotBuiltYet;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever a template says is taken, called a description, or reported. The list of all types and
 * properties is a file, so that a change of it is seen; accept one with {@code -Dgatemason.accept}.
 */
class NeverSilentTest {
  private static final Path LIST = Path.of("src/test/resources/template-properties.txt");

  @Test
  void readersTakeOrDescribeWhatTheListSays() throws IOException {
    String known = String.join("\n", lines()) + "\n";
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.writeString(LIST, known);
    }
    assertEquals(Files.readString(LIST), known);
  }

  @Test
  void everyPropertyWithAWrongLetterIsReportedWithTheRightOne() {
    List<String> names = new ArrayList<>();
    StringBuilder template = new StringBuilder("Resources:\n");
    for (String line : lines()) {
      int space = line.indexOf(' ');
      boolean ofTheUser = line.endsWith("*");
      if (space > 0 && !ofTheUser) {
        String path = line.substring(space + 1);
        template
            .append("  R%d: {Type: '%s', Properties: ".formatted(names.size(), typeOf(line)))
            .append(misspelled(path))
            .append("}\n");
        names.add(path.substring(path.lastIndexOf('.') + 1));
      }
    }
    Map<Integer, Diagnostic> byLine = judged(template.toString(), ResourceCodes.GM2211);
    for (int i = 0; i < names.size(); i++) {
      assertHint(Optional.ofNullable(byLine.get(i + 2)), names.get(i));
    }
  }

  @Test
  void everyTypeWithAWrongLetterIsReportedWithTheRightOne() {
    List<String> types = ResourceReaders.BY_TYPE.keySet().stream().sorted().toList();
    String template =
        types.stream()
            .map(type -> "  R%d: {Type: '%s'}\n".formatted(types.indexOf(type), wrong(type)))
            .collect(Collectors.joining("", "Resources:\n", ""));
    Map<Integer, Diagnostic> byLine = judged(template, ResourceCodes.GM2210);
    for (int i = 0; i < types.size(); i++) {
      assertHint(Optional.ofNullable(byLine.get(i + 2)), types.get(i));
    }
  }

  @Test
  void whatIsNotBuiltYetIsReadAtLeast() {
    List<String> known = lines();
    for (NotBuiltYet feature : NotBuiltYet.ALL) {
      assertTrue(ResourceReaders.BY_TYPE.containsKey(feature.type()), feature.type());
      for (String path : feature.paths()) {
        String line = feature.type() + " " + path;
        assertTrue(known.contains(line.replace("Parameters.basepath", "Parameters")), line);
      }
    }
  }

  private static void assertHint(Optional<Diagnostic> found, String name) {
    assertEquals(Optional.of("did you mean \"" + name + "\"?"), found.map(Diagnostic::hint), name);
  }

  /** {@code type} and {@code type path}, sorted. */
  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    ResourceReaders.BY_TYPE.forEach(
        (type, reader) -> {
          lines.add(type);
          reader
              .takes()
              .and(reader.describes())
              .paths()
              .forEach(path -> lines.add(type + " " + path));
        });
    return lines.stream().sorted().toList();
  }

  private static String typeOf(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  /** The objects around a property, and the property with a wrong letter. */
  private static String misspelled(String path) {
    String[] names = path.split("\\.");
    StringBuilder objects = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      int type = names[i].indexOf('[');
      String name = type < 0 ? names[i] : names[i].substring(0, type);
      objects.append("{'").append(i < names.length - 1 ? name : wrong(name)).append("': ");
      if (type >= 0) {
        // The object inside of this one says its type.
        String of = names[i].substring(type + 1, names[i].length() - 1);
        return objects
            + "{Type: "
            + of
            + ", "
            + misspelled(path.substring(path.indexOf(']') + 2)).substring(1)
            + "}".repeat(i + 1);
      }
    }
    return objects + "1" + "}".repeat(names.length);
  }

  private static String wrong(String name) {
    int middle = name.length() / 2;
    char other = name.charAt(middle) == 'q' ? 'w' : 'q';
    return name.substring(0, middle) + other + name.substring(middle + 1);
  }

  private static Map<Integer, Diagnostic> judged(String text, DiagnosticCode code) {
    Diagnostics diagnostics = new Diagnostics();
    Node root =
        new NodeReader()
            .read(new SourceFile("template.yaml", text), diagnostics::report)
            .orElseThrow();
    CloudFormationTemplate template = new CloudFormationTemplate(root.asObject().orElseThrow());
    TemplateScope scope =
        new TemplateScope(
            template,
            own ->
                new Substitution(
                    Map.of(), List.of(template), own, (from, location) -> Optional.empty()),
            diagnostics);
    TemplateJudgement judgement = new TemplateJudgement();
    scope.resources().forEach(resource -> judgement.judge(scope, resource));
    Map<Integer, Diagnostic> byLine = new TreeMap<>();
    diagnostics.all().stream()
        .filter(each -> each.code() == code)
        .forEach(each -> byLine.putIfAbsent(each.range().start().line(), each));
    return byLine;
  }
}
