package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the files of documents that resources name. A parameter with the name of an object in a
 * bucket, such as {@code s3://documents/api.yaml}, is the path of its copy
 * (docs/behaviour/resources.md#elsewhere).
 */
final class DocumentFiles {
  private final SourceFolder folder;
  private final Substitutions substitutions;
  private final Map<String, String> parameters;

  DocumentFiles(SourceFolder folder, Substitutions substitutions, Map<String, String> parameters) {
    this.folder = folder;
    this.substitutions = substitutions;
    this.parameters = parameters;
  }

  /** Where a resource says that its document is; empty where only the cloud knows it. */
  Optional<ScalarNode> location(ApiResource api) {
    Optional<Node> written = api.document();
    Optional<String> asset = api.assetPath();
    return written.isPresent() && asset.isPresent()
        ? Optional.of(ScalarNode.computed(written.get().range(), asset.get()))
        : written.flatMap(node -> location(api, node));
  }

  /** What has to be known before the place of a document is. */
  Optional<Diagnostic> unknown(ApiResource api) {
    Diagnostics own = new Diagnostics();
    api.document().ifPresent(written -> substitutions.of(api.template(), own).value(written));
    return own.all().stream().filter(each -> each.severity() == Severity.ERROR).findFirst();
  }

  /** The file that a resource names; empty where it names none, or one of the cloud's. */
  Optional<Path> of(ApiResource api) {
    return location(api)
        .flatMap(where -> folder.resolve(where.range(), where.text(), new Diagnostics()));
  }

  /** The files of which the documents in a template are made: no documents of their own. */
  List<Path> parts(CloudFormationTemplate template) {
    return ResourceReaders.apis(template).stream()
        .filter(api -> api.body().isPresent())
        .flatMap(api -> of(api).stream())
        .toList();
  }

  private Optional<ScalarNode> location(ApiResource api, Node written) {
    Diagnostics own = new Diagnostics();
    Optional<Node> value = substitutions.of(api.template(), own).value(written);
    return value
        .filter(found -> !own.hasErrors() && !found.isNull())
        .flatMap(
            found -> found.asScalar().or(() -> found.asObject().flatMap(o -> inBucket(api, o))))
        .map(where -> where.withText(parameters.getOrDefault(where.text(), where.text())));
  }

  private Optional<ScalarNode> inBucket(ApiResource api, ObjectNode object) {
    Optional<String> bucket = text(object, "Bucket");
    Optional<String> key = text(object, "Key");
    if (bucket.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    Path template = folder.root().resolve(api.template().name());
    String path =
        new CdkAssets(folder)
            .path(template, key.get())
            .orElse("s3://" + bucket.get() + "/" + key.get());
    return Optional.of(ScalarNode.computed(object.range(), path));
  }

  private static Optional<String> text(ObjectNode object, String name) {
    return object.get(name).flatMap(Node::asScalar).map(ScalarNode::text);
  }
}
