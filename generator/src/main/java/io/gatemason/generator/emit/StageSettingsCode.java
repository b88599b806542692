package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.stage.CacheCluster;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.StageSettings;
import java.util.Optional;

/** The expression that makes what a stage sets for its methods, its cache and its traces. */
final class StageSettingsCode {
  private static final double SMALLEST_GIGABYTES = 0.5;
  private static final long GIGABYTE = 1L << 30;

  private StageSettingsCode() {}

  /** The settings; empty where a stage sets nothing for its methods, no cache and no traces. */
  static Optional<CodeBlock> of(StageSettings settings) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (MethodSettings entry : settings.methods()) {
      CodeBlock values = values(entry);
      if (!values.isEmpty()) {
        code.add(
            ".methods($S, $S, $T.NONE$L)",
            entry.target().verb(),
            entry.target().path(),
            RuntimeTypes.METHOD_SETTINGS,
            values);
      }
    }
    settings.cacheCluster().ifPresent(cluster -> code.add(".cache($LL)", bytes(cluster)));
    code.add(settings.isTraced() ? ".traced(true)" : "");
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(CodeBlock.of("$T.NONE$L", RuntimeTypes.STAGE_SETTINGS, code.build()));
  }

  private static CodeBlock values(MethodSettings entry) {
    CodeBlock.Builder code = CodeBlock.builder();
    entry.throttle().ratePerSecond().ifPresent(rate -> code.add(".rate($L)", rate.value()));
    entry.throttle().burst().ifPresent(burst -> code.add(".burst($L)", burst.value()));
    entry.caching().ifPresent(caching -> code.add(".caching($L)", caching.value()));
    entry.cacheTtlSeconds().ifPresent(ttl -> code.add(".cacheSeconds($L)", ttl.value()));
    entry
        .cacheEncrypted()
        .ifPresent(encrypted -> code.add(".cacheEncrypted($L)", encrypted.value()));
    entry
        .loggingLevel()
        .ifPresent(
            level -> code.add(".logLevel($T.$L)", RuntimeTypes.LOG_LEVEL, level.value().name()));
    entry.metrics().ifPresent(metrics -> code.add(".metrics($L)", metrics.value()));
    entry.dataTrace().ifPresent(trace -> code.add(".dataTrace($L)", trace.value()));
    return code.build();
  }

  private static long bytes(CacheCluster cluster) {
    double gigabytes =
        cluster
            .sizeGigabytes()
            .map(size -> Double.parseDouble(size.value()))
            .orElse(SMALLEST_GIGABYTES);
    return Math.round(gigabytes * GIGABYTE);
  }
}
