package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationOptions;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Allowances;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real templates: of those with an API at least four of five are generated, and each other one has
 * one of five reasons. What a user would have and the corpus has not is stood in for: values of
 * parameters, and documents that a template names. Record new outcomes with {@code
 * -Dgatemason.accept} and review them; {@code -Dgatemason.compile} compiles what was generated.
 */
class TemplateCorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("gatemason.shared", "../shared"), "corpus");
  private static final Path RECORD = Path.of("src/test/resources/template-outcomes.txt");
  private static final int ROUNDS = 6;

  private static final Pattern API =
      Pattern.compile(
          "AWS::(?:ApiGateway::RestApi|ApiGatewayV2::Api|Serverless::(?:Api|HttpApi|WebSocketApi))"
              + "|Type\"?: *\"?(?:Api|HttpApi)\\b");
  private static final Pattern PARAMETER = Pattern.compile("set (?:the|a) parameter \"([^\"]+)\"");
  private static final Pattern REFUSED_VALUE =
      Pattern.compile("^parameter \"([^\"]+)\": \"value\" (?:is none of|does not match)");
  private static final Pattern ALLOWED = Pattern.compile("give one of \\[([^],]+)");
  private static final Pattern MISSING_FILE = Pattern.compile("there is no file \"([^\"]+)\"");

  private static final Pattern OTHER_FILES = Pattern.compile("\\$ref['\"]?: *['\"]?[.\\w]+/");

  private static final String STAND_IN =
      """
      openapi: 3.0.1
      info: {title: stand-in, version: "1"}
      paths:
        /:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: {type: mock}
      """;

  private static final String NO_METHODS = "no methods";

  /** Why a template is refused, by a code; the first that fits counts. */
  private static final Map<String, Set<String>> REASONS =
      Map.of(
          "1 kind of API or guard not built yet",
              Set.of("GM2901", "GM3913", "GM3927", "GM3950", "GM3951"),
          "2 refused by the service or SAM too",
              Set.of(
                  "GM2105", "GM2808", "GM2140", "GM2150", "GM2170", "GM2171", "GM2173", "GM2177",
                  "GM2211", "GM2216", "GM2222", "GM2301", "GM5001"),
          "3 API without methods", Set.of("GM3106", NO_METHODS),
          "4 document known to the cloud only", Set.of("GM2002", "GM2214", "GM2003"),
          "5 refers to other stacks", Set.of("GM2215", "GM2020", "GM2023", "GM2025"));

  @TempDir Path folder;

  @Test
  void templatesWithAnApiAreGeneratedOrRefusedForAReason() throws IOException {
    Path templates = CORPUS.resolve("templates");
    Assumptions.assumeTrue(Files.isDirectory(templates), "skipped: no corpus at " + templates);
    Map<String, String> outcomes = new TreeMap<>();
    int number = 0;
    for (Path file : files(templates)) {
      outcomes.put(file.getFileName().toString(), outcome(file, "t" + number++));
    }
    List<String> lines =
        outcomes.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.write(RECORD, lines);
    }
    assertEquals(String.join("\n", Files.readAllLines(RECORD)), String.join("\n", lines));
    assertTrue(lines.stream().noneMatch(line -> line.contains("no reason")));
    long apis = outcomes.values().stream().filter(o -> !o.equals("no API")).count();
    long generated = outcomes.values().stream().filter(o -> o.startsWith("generated")).count();
    assertTrue(generated * 5 >= apis * 4, generated + " of " + apis);
    System.out.printf("templates: %d of %d with an API are generated%n", generated, apis);
    if (Boolean.getBoolean("gatemason.compile")) {
      assertEquals(
          List.of(), JavaCompilation.compile(folder.resolve("sources"), folder.resolve("classes")));
    }
  }

  private String outcome(Path file, String name) throws IOException {
    if (!API.matcher(Files.readString(file)).find()) {
      return "no API";
    }
    // Two folders deep, since documents may lie above.
    Path source = folder.resolve(name).resolve("above").resolve("service").resolve("api");
    Files.createDirectories(source);
    Path template = source.resolve("template" + suffix(file));
    Files.copy(file, template);
    Map<String, String> parameters = new TreeMap<>(Map.of("AWS::StackName", "shop-pets-prod-v1"));
    boolean standIn = false;
    for (int round = 0; round < ROUNDS; round++) {
      GenerationResult result = generate(folder.resolve(name), name, parameters);
      List<Diagnostic> errors =
          result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
      if (errors.isEmpty()) {
        return standIn ? "generated with a stand-in" : "generated";
      }
      Map<String, String> known = new TreeMap<>(parameters);
      boolean written = false;
      for (Diagnostic error : errors) {
        written |= standsIn(file, source, error, parameters);
      }
      standIn |= written;
      if (!written && known.equals(parameters)) {
        return reason(errors);
      }
    }
    return "no end";
  }

  private GenerationResult generate(Path source, String name, Map<String, String> parameters)
      throws IOException {
    GenerationOptions options =
        new GenerationOptions(
            "corpus." + name,
            ReadOptions.DEFAULT,
            parameters,
            Allowances.NONE,
            FailOn.ERROR,
            false,
            true,
            Map.of(),
            Set.of());
    Path output = folder.resolve("sources").resolve(name);
    return Generator.generate(
        new GenerationRequest(source, output, options, HandlerSearch.NOWHERE));
  }

  /** Gives what the error asks for, if it is a value or a document; true for a document. */
  private static boolean standsIn(
      Path file, Path source, Diagnostic error, Map<String, String> parameters) throws IOException {
    Matcher missing = MISSING_FILE.matcher(error.message());
    if (missing.find()) {
      Path document = source.resolve(missing.group(1)).normalize();
      boolean possible = document.startsWith(source.resolve("../..").normalize());
      if (possible && !Files.exists(document)) {
        Files.createDirectories(document.getParent());
        Files.writeString(document, document(file, document));
        return true;
      }
      return false;
    }
    Matcher refused = REFUSED_VALUE.matcher(error.message());
    if (refused.find()) {
      Matcher allowed = ALLOWED.matcher(error.hint());
      parameters.put(refused.group(1), allowed.find() ? allowed.group(1) : "dev");
      return false;
    }
    Matcher parameter = PARAMETER.matcher(error.hint());
    if (parameter.find()) {
      String name = parameter.group(1);
      boolean document = name.startsWith("s3://") || name.equalsIgnoreCase("DefinitionUri");
      parameters.putIfAbsent(
          name, document ? "./stand-in.yaml" : value(error, name.toLowerCase(Locale.ROOT)));
      if (document && !Files.exists(source.resolve("stand-in.yaml"))) {
        Files.writeString(source.resolve("stand-in.yaml"), STAND_IN);
        return true;
      }
    }
    return false;
  }

  private static String value(Diagnostic error, String name) {
    if (error.code().name().equals("GM2025")) {
      return "true";
    }
    if (name.endsWith("apikeyvalue")) {
      return "value-of-twenty-characters";
    }
    if (name.matches(".*(?:burst|rate|limit).*")) {
      return "100";
    }
    if (name.matches(".*(?:issuer|cognitodomain)")) {
      return "https://value.test";
    }
    if (name.matches(".*(?:domain|dns|url).*")) {
      return "value.test";
    }
    return name.endsWith("userpoolarn")
        ? "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_pool"
        : name.endsWith("arn") ? "arn:aws:lambda:us-east-1:123456789012:function:value" : "value";
  }

  /** The document of the same repository and name, where the corpus has it. */
  private static String document(Path template, Path document) throws IOException {
    String repository = template.getFileName().toString().split("--")[0];
    String name = document.getFileName().toString();
    for (Path each : files(CORPUS.resolve("openapi"))) {
      String other = each.getFileName().toString();
      if (other.startsWith(repository + "--") && other.endsWith(name)) {
        String text = Files.readString(each);
        return OTHER_FILES.matcher(text).find() ? STAND_IN : text;
      }
    }
    return STAND_IN;
  }

  private static String reason(List<Diagnostic> errors) {
    Set<String> codes =
        errors.stream().map(d -> d.code().name()).collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(codes);
    if (errors.stream().anyMatch(d -> d.message().contains("neither a document nor methods"))) {
      known.add(NO_METHODS);
    }
    String reason =
        new TreeMap<>(REASONS)
            .entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(known::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("6 no reason: " + errors.get(0));
    return String.join(" ", codes) + " (" + reason.substring(2) + ")";
  }

  private static String suffix(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.'));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
