package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Lambda function that a template declares, or that a setting maps to a handler
 * (docs/behaviour/import.md#functions).
 *
 * @param range where its handler is written, or the function itself where it has none
 * @param name the bare name to which references to it in integrations resolve
 * @param runtime as written, such as {@code java21} or {@code nodejs22.x}; {@code java} where a
 *     setting maps the function; empty text where none is declared
 * @param handler as written, such as {@code com.acme.Orders::handleRequest}; empty text for none
 * @param codeUri where its code lies, as written: a path relative to the folder of the template;
 *     empty where none or a remote place is named
 * @param inlineCode its code, where the template itself has it
 * @param timeout the limit of one invocation; empty where only the integration's limit counts
 * @param memoryMegabytes as declared, or the service's default
 * @param environment the variables whose values are known at build time
 * @param unknownEnvironment names of variables whose values are known only to the cloud
 * @param mapped whether a setting maps the function, so that it must run here
 */
public record FunctionDefinition(
    Range range,
    String name,
    String runtime,
    String handler,
    Optional<String> codeUri,
    Optional<String> inlineCode,
    Optional<Duration> timeout,
    int memoryMegabytes,
    Map<String, String> environment,
    List<String> unknownEnvironment,
    boolean mapped) {

  /** The service's default memory. */
  public static final int DEFAULT_MEMORY_MEGABYTES = 128;

  /** The service's default limit of one invocation. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

  public FunctionDefinition {
    environment = Map.copyOf(environment);
    unknownEnvironment = List.copyOf(unknownEnvironment);
  }

  /** Whether it is written for a Java runtime. */
  public boolean isJava() {
    return runtime.startsWith("java");
  }

  /** Whether it is for a runtime that takes code out of a template. */
  public boolean takesInlineCode() {
    return runtime.startsWith("nodejs") || runtime.startsWith("python");
  }
}
