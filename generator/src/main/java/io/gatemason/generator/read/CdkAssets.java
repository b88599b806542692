package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that {@code cdk synth} lays beside templates, under the names that they will have in a
 * bucket, as the {@code *.assets.json} files there say.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/assets.html">Assets</a>
 */
final class CdkAssets {
  private static final String SUFFIX = ".assets.json";

  private final SourceFolder folder;

  CdkAssets(SourceFolder folder) {
    this.folder = folder;
  }

  /**
   * The path of a file, relative to the folder of the template; empty where no asset has that name.
   *
   * @param template the file of the template
   * @param key the name of the object
   */
  Optional<String> path(Path template, String key) {
    return Optional.ofNullable(template.getParent()).stream()
        .flatMap(parent -> manifests(parent).stream())
        .flatMap(file -> folder.tree(file, new Diagnostics()).stream())
        .flatMap(root -> member(root, "files").stream())
        .flatMap(files -> files.members().values().stream())
        .flatMap(asset -> asset.value().asObject().stream())
        .filter(asset -> isNamed(asset, key))
        .flatMap(asset -> member(asset, "source").stream())
        .flatMap(source -> text(source, "path").stream())
        .findFirst();
  }

  private static List<Path> manifests(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      // Without a list of assets there are none; what is missing is reported by its name.
      return List.of();
    }
  }

  private static boolean isNamed(ObjectNode asset, String key) {
    return member(asset, "destinations").stream()
        .flatMap(all -> all.members().values().stream())
        .flatMap(destination -> text(destination.value(), "objectKey").stream())
        .anyMatch(key::equals);
  }

  private static Optional<ObjectNode> member(Node node, String name) {
    return node.asObject().flatMap(object -> object.get(name)).flatMap(Node::asObject);
  }

  private static Optional<String> text(Node node, String name) {
    return node.asObject()
        .flatMap(object -> object.get(name))
        .flatMap(Node::asScalar)
        .map(ScalarNode::text);
  }
}
