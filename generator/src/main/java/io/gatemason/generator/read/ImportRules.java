package io.gatemason.generator.read;

import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.read.document.ReadOptions.BasePath;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import java.util.Optional;
import java.util.Set;

/**
 * What the resource of an API says about reading its document
 * (docs/behaviour/resources.md#import-rules).
 *
 * @param failOnWarnings whether what the import warns of stops the build
 * @param basePath what becomes of the base path, whatever the build says; empty for what it says
 * @param models the models beside the document that are resources
 */
public record ImportRules(boolean failOnWarnings, Optional<BasePath> basePath, Set<String> models) {
  /** Nothing is said. */
  public static final ImportRules NONE = new ImportRules(false, Optional.empty(), Set.of());

  static ImportRules of(TemplateResource api, Set<String> models) {
    ResourceFields fields = api.fields();
    return new ImportRules(
        fields.isTrue("FailOnWarnings") && !api.isWebSocketApi(),
        fields
            .object("Parameters")
            .flatMap(parameters -> parameters.choice("basepath", BasePath.class))
            .or(() -> fields.choice("BasePath", BasePath.class))
            .map(Placed::value),
        models);
  }

  /** The options of the build with what is said here. */
  ReadOptions over(ReadOptions options) {
    return basePath.map(options::with).orElse(options).withModels(models);
  }
}
