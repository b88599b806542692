package io.gatemason.maven.settings;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.handler.HandlerSearch;
import java.nio.file.Path;

/**
 * Everything that decides about a run. Immutable; all paths are absolute.
 *
 * @param request what to generate
 * @param report the report file
 * @param stateFile where the last successful run is remembered
 * @param toolVersion the version of the plugin, and its bytes where a version can change
 */
public record BuildSettings(
    GenerationRequest request, Path report, Path stateFile, String toolVersion) {

  /** The same for another document, template or folder. */
  public BuildSettings with(Path source) {
    return new BuildSettings(request.with(source), report, stateFile, toolVersion);
  }

  /** The same, where handlers are looked for in another way. */
  public BuildSettings with(HandlerSearch handlers) {
    return new BuildSettings(
        request.with(request.options().functions(), handlers), report, stateFile, toolVersion);
  }
}
