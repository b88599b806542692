package io.gatemason.generator;

import io.gatemason.generator.diagnostics.Allowances;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.read.document.ReadOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What to generate. Immutable.
 *
 * @param source a document, or a folder with documents; nothing outside the folder (or outside the
 *     folder of the document) is read
 * @param output the folder of the generated sources; files there that the generator did not write
 *     are left alone
 * @param basePackage the package of the {@code Gateway} class
 * @param readOptions how documents are read
 * @param parameters values of placeholders and template parameters by name
 * @param allowances what the user allows, with reasons
 * @param failOn which diagnostics keep everything from being written
 * @param lenientTemplates whether a mapping template with a syntax error fails when it is rendered,
 *     as at the service, instead of stopping the build
 * @param sourceLines whether generated files name source lines, besides JSON pointers
 * @param functions handlers of Java functions by the names of the functions
 * @param handlers finds such handlers, and those that templates name
 * @param settings the names of the settings that the gateway is known to be started with
 */
public record GenerationRequest(
    Path source,
    Path output,
    String basePackage,
    ReadOptions readOptions,
    Map<String, String> parameters,
    Allowances allowances,
    FailOn failOn,
    boolean lenientTemplates,
    boolean sourceLines,
    Map<String, String> functions,
    HandlerSearch handlers,
    Set<String> settings) {

  public GenerationRequest {
    parameters = Map.copyOf(parameters);
    functions = Map.copyOf(functions);
    settings = Set.copyOf(settings);
  }

  /** A request with defaults: no parameters, nothing allowed, errors stop, source lines named. */
  public static GenerationRequest of(Path source, Path output, String basePackage) {
    return new GenerationRequest(
        source,
        output,
        basePackage,
        ReadOptions.DEFAULT,
        Map.of(),
        Allowances.NONE,
        FailOn.ERROR,
        false,
        true,
        Map.of(),
        HandlerSearch.NOWHERE,
        Set.of());
  }

  /** The same with other options of reading. */
  public GenerationRequest with(ReadOptions options) {
    return new GenerationRequest(
        source,
        output,
        basePackage,
        options,
        parameters,
        allowances,
        failOn,
        lenientTemplates,
        sourceLines,
        functions,
        handlers,
        settings);
  }

  /** The same with functions mapped to handlers, and with classes among which these are found. */
  public GenerationRequest with(Map<String, String> mapped, HandlerSearch search) {
    return new GenerationRequest(
        source,
        output,
        basePackage,
        readOptions,
        parameters,
        allowances,
        failOn,
        lenientTemplates,
        sourceLines,
        mapped,
        search,
        settings);
  }
}
