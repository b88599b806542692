package io.gatemason.generator;

import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.read.document.ReadOptions;
import java.nio.file.Path;
import java.util.Map;

/**
 * What to generate. Immutable.
 *
 * @param source a document, or a folder with documents; nothing outside the folder (or outside the
 *     folder of the document) is read
 * @param output the folder of the generated sources; files there that the generator did not write
 *     are left alone
 * @param options what the user decides besides
 * @param handlers finds handlers of Java functions
 */
public record GenerationRequest(
    Path source, Path output, GenerationOptions options, HandlerSearch handlers) {

  /** A request with default options. */
  public static GenerationRequest of(Path source, Path output, String basePackage) {
    return new GenerationRequest(
        source, output, GenerationOptions.of(basePackage), HandlerSearch.NOWHERE);
  }

  /** The same for another source. */
  public GenerationRequest with(Path other) {
    return new GenerationRequest(other, output, options, handlers);
  }

  /** The same with other options of reading. */
  public GenerationRequest with(ReadOptions readOptions) {
    return new GenerationRequest(source, output, options.with(readOptions), handlers);
  }

  /** The same with functions mapped to handlers, and with classes among which these are found. */
  public GenerationRequest with(Map<String, String> mapped, HandlerSearch search) {
    return new GenerationRequest(source, output, options.withFunctions(mapped), search);
  }
}
