package io.gatemason.maven.settings;

import io.gatemason.generator.GenerationOptions;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.diagnostics.Allowances;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Where a goal runs, and the defaults that follow from it.
 *
 * @param folder the project's folder, or the current one where there is no project
 * @param work the folder for what a build leaves behind
 * @param group the project's group; empty where there is no project
 */
public record Place(Path folder, Path work, Optional<String> group) {
  private static final String SOURCE = "src/main/gateway";

  /** The folder or document to read, whether or not it exists. */
  public Path source(Parameters parameters) {
    if (parameters.source().isEmpty() && group.isEmpty()) {
      throw new SettingsException("Say which document: -Dgatemason.source=<file or folder>.");
    }
    return absolute(parameters.source().orElse(new File(SOURCE)));
  }

  /** Whether there is something to read; false only for the default that need not exist. */
  public boolean hasSource(Parameters parameters) {
    return parameters.source().isPresent() || Files.exists(source(parameters));
  }

  /** The settings of a run. */
  public BuildSettings settings(Parameters parameters, String toolVersion) {
    Path source = source(parameters);
    if (!Files.exists(source)) {
      throw new SettingsException("There is no file or folder " + source + ".");
    }
    Path output = generatedSources(parameters);
    GatewaySettings gateway =
        GatewaySettings.in(
            folder.resolve("application.yaml"),
            folder.resolve("src/main/resources/application.yaml"));
    GenerationRequest request =
        new GenerationRequest(
            source,
            output,
            new GenerationOptions(
                basePackage(parameters.basePackage()),
                readOptions(parameters),
                values(parameters, gateway),
                allowances(parameters.suppressed()),
                oneOf(List.of(FailOn.values()), "failOn", parameters.failOn()),
                parameters.lenientTemplates(),
                parameters.sourceLines().orElseGet(() -> !kept(output)),
                parameters.functions(),
                gateway.names()),
            HandlerSearch.NOWHERE);
    return new BuildSettings(
        request,
        parameters.report().map(this::absolute).orElse(work.resolve("diagnostics.json")),
        work.resolve("generate.state"),
        toolVersion);
  }

  /** Where generated sources go. */
  public Path generatedSources(Parameters parameters) {
    Path standard = work.resolveSibling("generated-sources").resolve("gateway");
    return parameters.generatedSources().map(this::absolute).orElse(standard);
  }

  /** Whether generated code is kept, and not a product of the build that is deleted with it. */
  private boolean kept(Path output) {
    return Stream.of(work.resolveSibling(""), folder.resolve("target"))
        .noneMatch(build -> output.startsWith(build.normalize()));
  }

  /** A path of the user's, relative to the folder where the goal runs. */
  public Path absolute(File file) {
    return folder.resolve(file.toPath()).toAbsolutePath().normalize();
  }

  /** The package of the {@code Gateway} class. */
  public String basePackage(Optional<String> set) {
    if (set.isPresent() && !SourceVersion.isName(set.get())) {
      throw new SettingsException(
          "basePackage=\"" + set.get() + "\": a package is names joined by dots");
    }
    return set.orElseGet(() -> group.map(name -> packageName(name) + ".gateway").orElse("gateway"));
  }

  static String packageName(String group) {
    return Arrays.stream(group.split("[.]"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.replaceAll("[^\\p{Alnum}_]", "_"))
        .map(part -> SourceVersion.isName(part) ? part : "_" + part)
        .collect(Collectors.joining("."));
  }

  private static ReadOptions readOptions(Parameters parameters) {
    return new ReadOptions(
        parameters.stage().filter(stage -> !stage.isBlank()),
        oneOf(List.of(ReadOptions.BasePath.values()), "basePath", parameters.basePath()),
        parameters
            .apiKind()
            .filter(kind -> !kind.isBlank())
            .map(kind -> oneOf(List.of(ReadOptions.ApiKind.values()), "apiKind", kind)),
        parameters.principals());
  }

  private Map<String, String> values(Parameters parameters, GatewaySettings gateway) {
    Map<String, String> values = new HashMap<>();
    gateway.accountId().ifPresent(id -> values.put("AWS::AccountId", id));
    parameters.variablesFile().map(this::absolute).map(Variables::read).ifPresent(values::putAll);
    values.putAll(parameters.parameters());
    return values;
  }

  private static <E extends Enum<E>> E oneOf(List<E> values, String name, String text) {
    return values.stream()
        .filter(value -> value.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    name
                        + "=\""
                        + text
                        + "\": say one of "
                        + values.toString().toLowerCase(Locale.ROOT)));
  }

  private static Allowances allowances(Map<String, String> reasons) {
    Map<DiagnosticCode, String> byCode = new HashMap<>();
    reasons.forEach((code, reason) -> byCode.put(code(code), reason == null ? "" : reason));
    try {
      return new Allowances(byCode);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("suppressed: " + e.getMessage(), e);
    }
  }

  /** The code of a name. */
  public static DiagnosticCode code(String name) {
    return DiagnosticCode.all().stream()
        .filter(code -> code.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () -> new SettingsException("\"" + name + "\" is no code; one looks like GM1001"));
  }
}
