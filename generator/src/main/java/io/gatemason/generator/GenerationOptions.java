package io.gatemason.generator;

import io.gatemason.generator.diagnostics.Allowances;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.read.document.ReadOptions;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user decides about a generation. Its text says all of it in a fixed order, so that two
 * runs with equal texts do the same with equal files. Immutable.
 *
 * @param basePackage the package of the {@code Gateway} class
 * @param readOptions how documents are read
 * @param parameters values of placeholders and template parameters by name
 * @param allowances what the user allows, with reasons
 * @param failOn which diagnostics keep everything from being written
 * @param lenientTemplates whether a mapping template with a syntax error fails when it is rendered,
 *     as at the service, instead of stopping the build
 * @param sourceLines whether generated files name source lines, besides JSON pointers
 * @param functions handlers of Java functions by the names of the functions
 * @param settings the names of the settings that the gateway is known to be started with
 */
public record GenerationOptions(
    String basePackage,
    ReadOptions readOptions,
    Map<String, String> parameters,
    Allowances allowances,
    FailOn failOn,
    boolean lenientTemplates,
    boolean sourceLines,
    Map<String, String> functions,
    Set<String> settings) {

  public GenerationOptions {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    functions = Collections.unmodifiableMap(new TreeMap<>(functions));
    settings = Collections.unmodifiableSet(new TreeSet<>(settings));
  }

  /** Defaults: no parameters, nothing allowed, errors stop, source lines named. */
  public static GenerationOptions of(String basePackage) {
    return new GenerationOptions(
        basePackage,
        ReadOptions.DEFAULT,
        Map.of(),
        Allowances.NONE,
        FailOn.ERROR,
        false,
        true,
        Map.of(),
        Set.of());
  }

  GenerationOptions with(ReadOptions options) {
    return new GenerationOptions(
        basePackage,
        options,
        parameters,
        allowances,
        failOn,
        lenientTemplates,
        sourceLines,
        functions,
        settings);
  }

  GenerationOptions withFunctions(Map<String, String> mapped) {
    return new GenerationOptions(
        basePackage,
        readOptions,
        parameters,
        allowances,
        failOn,
        lenientTemplates,
        sourceLines,
        mapped,
        settings);
  }
}
