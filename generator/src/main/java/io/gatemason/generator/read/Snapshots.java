package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.Deployment;
import io.gatemason.generator.model.service.Revision;
import io.gatemason.generator.model.service.Snapshot;
import io.gatemason.generator.read.content.FolderContent;
import io.gatemason.generator.read.content.GitRepository;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the documents of APIs as they were at the revisions that deployments of stages and canaries
 * name. Whatever they refer to is read at the same revision; their stages are those of today. Of a
 * revision only errors are reported, since nobody can change it any more; settings of today are
 * judged with it later on. Not thread-safe. Source: {@code docs/behaviour/clients.md#deployments}.
 */
public final class Snapshots {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/+-]{0,199}");

  private final Path source;
  private final Map<String, String> parameters;
  private final ReadOptions options;
  private final Diagnostics diagnostics;
  private final List<Path> inputs = new ArrayList<>();

  /**
   * Prepares a run.
   *
   * @param source a document or folder, as it is read without revisions
   * @param parameters values of placeholders and template parameters by name
   */
  public Snapshots(
      Path source, Map<String, String> parameters, ReadOptions options, Diagnostics diagnostics) {
    this.source = source;
    this.parameters = Map.copyOf(parameters);
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** The files that say which commits the names of revisions mean. */
  public List<Path> inputs() {
    return List.copyOf(inputs);
  }

  /** Reads what is in use; deployments of no stage and no canary are left out. */
  public List<Snapshot> read(SourceSet sources) {
    Map<String, List<Deployment>> byRevision =
        new DeploymentUses(sources, diagnostics)
            .ofRevisions().stream()
                .collect(
                    Collectors.groupingBy(
                        each -> each.revision().value(), LinkedHashMap::new, Collectors.toList()));
    List<Snapshot> snapshots = new ArrayList<>();
    byRevision.forEach((name, used) -> snapshots.addAll(read(name, used, sources.documents())));
    return snapshots;
  }

  private List<Snapshot> read(String name, List<Deployment> used, List<ApiDocument> today) {
    if (!NAME.matcher(name).matches()) {
      report(used, "\"" + name + "\" is no revision", "write a tag, a branch or a commit");
      return List.of();
    }
    Path folder = DocumentLoader.folder(source);
    try {
      Optional<GitRepository> around = GitRepository.around(folder);
      if (around.isEmpty()) {
        report(
            used,
            "there is no revision \"" + name + "\": the documents lie in no Git repository",
            "build in a clone of the repository");
        return List.of();
      }
      try (GitRepository repository = around.get()) {
        inputs.addAll(repository.files(name));
        Optional<Revision> revision = repository.revision(name);
        if (revision.isEmpty()) {
          reportMissing(repository, name, used);
          return List.of();
        }
        return read(repository.folder(folder, revision.get()), revision.get(), used, today);
      }
    } catch (IOException e) {
      report(used, "revision \"" + name + "\" cannot be read: " + e.getMessage(), "");
      return List.of();
    }
  }

  private void reportMissing(GitRepository repository, String name, List<Deployment> used)
      throws IOException {
    report(
        used,
        "the Git repository has no revision \"" + name + "\"",
        DidYouMean.closest(name, repository.names())
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse(
                repository.isShallow()
                    ? "the clone is shallow; fetch the rest: git fetch --unshallow --tags"
                    : "fetch it: git fetch --tags"));
  }

  private List<Snapshot> read(
      FolderContent content, Revision revision, List<Deployment> used, List<ApiDocument> today)
      throws IOException {
    Diagnostics own = new Diagnostics();
    List<ApiDocument> then = new DocumentLoader(parameters, own).load(source, content).documents();
    List<Snapshot> snapshots = new ArrayList<>();
    for (ApiDocument now : today) {
      List<Deployment> mine = used.stream().filter(d -> d.apiId().equals(now.apiId())).toList();
      Optional<ApiDocument> found = find(then, now, content);
      if (!mine.isEmpty() && found.isEmpty()) {
        if (content.isFile(content.root().resolve(now.name()))) {
          own.errors().forEach(diagnostics::add);
        }
        report(
            mine,
            "revision \"%s\" has no document of API \"%s\"".formatted(revision.name(), now.apiId()),
            "it is looked for under the name of today, \"" + now.name() + "\"");
      } else if (!mine.isEmpty()) {
        read(found.get(), now, own)
            .map(api -> new Snapshot(api, revision, ids(mine)))
            .ifPresent(snapshots::add);
      }
    }
    return snapshots;
  }

  private Optional<Api> read(ApiDocument then, ApiDocument now, Diagnostics loading) {
    Set<SourceFile> files = new HashSet<>();
    addFiles(then.root(), files);
    loading.errors().stream()
        .filter(error -> files.contains(error.range().file()))
        .forEach(diagnostics::add);
    Diagnostics own = new Diagnostics();
    ApiDocument document =
        new ApiDocument(
            now.apiId(), then.name(), then.root(), now.kind(), now.rules(), now.stages());
    Optional<Api> api =
        Readers.read(document, options, own).filter(read -> read.kind() == Api.Kind.REST);
    own.errors().forEach(diagnostics::add);
    return api;
  }

  /** The document of the same API; of the same file, where its API had another name. */
  private static Optional<ApiDocument> find(
      List<ApiDocument> then, ApiDocument now, FolderContent content) {
    return then.stream()
        .filter(each -> each.apiId().equals(now.apiId()))
        .findFirst()
        .or(
            () ->
                then.stream()
                    .filter(each -> each.name().equals(now.name() + content.mark()))
                    .findFirst());
  }

  private static void addFiles(Node node, Set<SourceFile> files) {
    files.add(node.range().file());
    node.asArray().ifPresent(array -> array.items().forEach(item -> addFiles(item, files)));
    node.asObject()
        .ifPresent(
            object -> object.members().values().forEach(each -> addFiles(each.value(), files)));
  }

  private static Set<String> ids(List<Deployment> deployments) {
    return deployments.stream().map(Deployment::logicalId).collect(Collectors.toSet());
  }

  private void report(List<Deployment> used, String message, String hint) {
    used.forEach(
        each -> diagnostics.report(StageCodes.GM3521, each.revision().range(), message, hint));
  }
}
