package io.gatemason.generator.read;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Which document each API of a template has: the file that it names; else, where there is no doubt,
 * the only document of the folder. Those that name a file elsewhere are nobody's.
 */
final class DeclaredApis {
  private final Map<Path, List<ApiResource>> ofFiles = new LinkedHashMap<>();
  private final Map<ApiResource, ObjectNode> bodies = new LinkedHashMap<>();
  private final List<ApiResource> made = new ArrayList<>();

  /**
   * Finds the documents.
   *
   * @param templates files of their own
   * @param inDocuments the resources that documents hold themselves, by the file
   * @param isMade whether other resources say what a document would
   */
  DeclaredApis(
      DocumentFiles files,
      Set<Path> documents,
      List<CloudFormationTemplate> templates,
      Map<Path, CloudFormationTemplate> inDocuments,
      Predicate<ApiResource> isMade) {
    List<ApiResource> elsewhere = new ArrayList<>();
    for (CloudFormationTemplate template : templates) {
      for (ApiResource api : ResourceReaders.apis(template)) {
        Optional<Path> file = files.of(api).filter(documents::contains);
        if (api.body().isPresent()) {
          bodies.put(api, api.body().get());
        } else if (file.isPresent()) {
          add(file.get(), api);
        } else if (api.document().isEmpty() && isMade.test(api)) {
          made.add(api);
        } else if (api.kind().equals(Optional.of(Api.Kind.REST))) {
          elsewhere.add(api);
        }
      }
    }
    if (documents.size() == 1
        && elsewhere.size() == 1
        && ofFiles.isEmpty()
        && bodies.isEmpty()
        && made.isEmpty()) {
      add(documents.iterator().next(), elsewhere.get(0));
    }
    inDocuments.forEach((file, resources) -> add(file, ResourceReaders.apiOfDocument(resources)));
  }

  /** What a document includes wins over what it says beside that, wherever the include stands. */
  static ObjectNode includeFirst(ObjectNode document) {
    Optional<ObjectNode.Member> include = document.member("Fn::Transform");
    if (include.isEmpty()) {
      return document;
    }
    List<ObjectNode.Member> members = new ArrayList<>(List.of(include.get()));
    members.addAll(document.members().values());
    return new ObjectNode(document.range(), document.tag(), members);
  }

  private void add(Path file, ApiResource api) {
    ofFiles.computeIfAbsent(file, f -> new ArrayList<>()).add(api);
  }

  /** The resources that declare the document of a file. */
  List<ApiResource> of(Path file) {
    return ofFiles.getOrDefault(file, List.of());
  }

  /** The APIs whose documents are made of other resources. */
  List<ApiResource> made() {
    return made;
  }

  /** The documents that stand in templates. */
  void forEachBody(BiConsumer<ApiResource, ObjectNode> consumer) {
    bodies.forEach(consumer);
  }
}
