package io.gatemason.maven.settings;

import java.io.File;
import java.util.Map;
import java.util.Optional;

/**
 * What the user set, as it was written.
 *
 * @param source a document or a folder; empty for the default
 * @param generatedSources where generated sources go; empty for the default
 * @param basePackage the package of the {@code Gateway} class; empty for the default
 * @param stage the stage of documents that name none
 * @param basePath {@code ignore}, {@code prepend} or {@code split}
 * @param apiKind {@code rest} or {@code http}; empty for what documents say
 * @param parameters values of placeholders
 * @param variablesFile a file with more of them; those above win
 * @param failOn {@code error}, {@code unsupported} or {@code warning}
 * @param suppressed a reason by code
 * @param report the report file; empty for the default
 * @param lenientTemplates whether broken mapping templates fail at run time only
 * @param sourceLines whether generated files name source lines; empty for the default
 * @param functions a handler by the name of its function
 * @param principals who calls, by the names of authorizers that are not asked
 */
public record Parameters(
    Optional<File> source,
    Optional<File> generatedSources,
    Optional<String> basePackage,
    Optional<String> stage,
    String basePath,
    Optional<String> apiKind,
    Map<String, String> parameters,
    Optional<File> variablesFile,
    String failOn,
    Map<String, String> suppressed,
    Optional<File> report,
    boolean lenientTemplates,
    Optional<Boolean> sourceLines,
    Map<String, String> functions,
    Map<String, String> principals) {

  /** The same with another folder of generated sources. */
  public Parameters in(File generated) {
    return new Parameters(
        source,
        Optional.of(generated),
        basePackage,
        stage,
        basePath,
        apiKind,
        parameters,
        variablesFile,
        failOn,
        suppressed,
        report,
        lenientTemplates,
        sourceLines,
        functions,
        principals);
  }
}
