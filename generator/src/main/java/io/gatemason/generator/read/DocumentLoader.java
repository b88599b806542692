package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.assemble.sam.SamTemplates;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.TemplateSections;
import io.gatemason.generator.read.cloudformation.intrinsic.Loops;
import io.gatemason.generator.read.content.DiskFolder;
import io.gatemason.generator.read.content.FolderContent;
import io.gatemason.generator.read.resource.ApiIds;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds and reads the API documents and templates of a file or folder. Files that are neither are
 * left alone, so that schemas may lie beside documents. Not thread-safe.
 */
public final class DocumentLoader {
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile("(?m)^[\\s{]*[\"']?(?:openapi|swagger|AWSTemplateFormatVersion)[\"']?\\s*:");
  private static final String RESOURCES = "x-gatemason-resources";

  /** Where {@code sam build} puts a template with what it made of the functions. */
  static final Path SAM_BUILD = Path.of(".aws-sam", "build");

  private static final int DEEPEST_FOLDER = 20;

  private final Map<String, String> parameters;
  private final Diagnostics diagnostics;

  /**
   * Prepares a run.
   *
   * @param parameters values of placeholders and template parameters by name
   * @param diagnostics receives what is wrong
   */
  public DocumentLoader(Map<String, String> parameters, Diagnostics diagnostics) {
    this.parameters = Map.copyOf(parameters);
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a source.
   *
   * @param source a document, a template with the documents that it names, or a folder with such
   *     files at any depth, but for hidden folders and node_modules; the folder, or that of the
   *     file, is the only one that is read
   * @return what was found; documents that cannot be read were reported and are left out
   */
  public SourceSet load(Path source) {
    try {
      return load(source, new DiskFolder(folder(source)));
    } catch (IOException e) {
      Range range = new SourceFile(source.toString(), "").range();
      diagnostics.report(
          SourceCodes.GM2001, range, "there is no file or folder \"" + source + "\"", "");
      return new SourceSet(List.of(), List.of(), new ServiceDraft(new ApiIds()), List.of());
    }
  }

  /**
   * As above, with other content of the folder than the disk has.
   *
   * @throws IOException if the content cannot be read
   */
  SourceSet load(Path source, FolderContent content) throws IOException {
    boolean single = Files.isRegularFile(source);
    SourceFolder folder = new SourceFolder(content, parameters);
    Path own = folder.root().resolve(folder(source).relativize(ownFolder(source)).toString());
    List<Path> files =
        single ? List.of(own.resolve(source.getFileName())) : candidates(content, own);
    return read(folder, files, single, single || !own.equals(folder.root()));
  }

  /**
   * The folder that is read for a source. What {@code sam build} makes is below the project to
   * whose files it refers.
   */
  public static Path folder(Path source) {
    Path own = ownFolder(source);
    Path project = own.endsWith(SAM_BUILD) ? own.resolve("../..").normalize() : own;
    return project;
  }

  private static Path ownFolder(Path source) {
    Path absolute = source.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return Files.isRegularFile(source) && parent != null ? parent : absolute;
  }

  /**
   * Reads files.
   *
   * @param single whether it is a file that was asked for
   * @param elsewhere whether documents that templates name may be none of the files
   */
  private SourceSet read(SourceFolder folder, List<Path> files, boolean single, boolean elsewhere) {
    Map<Path, ObjectNode> documents = new TreeMap<>();
    List<CloudFormationTemplate> templates = new ArrayList<>();
    Map<Path, CloudFormationTemplate> inDocuments = new TreeMap<>();
    List<String> others = new ArrayList<>();
    int errors = errors();
    for (Path file : files) {
      Optional<ObjectNode> root = tree(folder, file, single).flatMap(Node::asObject);
      if (root.isPresent() && isApi(root.get())) {
        documents.put(file, withoutResources(root.get()));
        root.get()
            .member(RESOURCES)
            .map(CloudFormationTemplate::ofResources)
            .ifPresent(resources -> inDocuments.put(file, resources));
      } else if (root.isPresent() && CloudFormationTemplate.isTemplate(root.get())) {
        TemplateSections.check(root.get(), parameters, diagnostics);
        ObjectNode whole = Loops.expanded(root.get(), parameters, diagnostics);
        templates.add(SamTemplates.expanded(new CloudFormationTemplate(whole)));
      } else {
        root.ifPresent(other -> others.add(NoDocument.described(folder.name(file), other)));
      }
    }
    DocumentFiles named =
        new DocumentFiles(folder, new Substitutions(folder, parameters, templates), parameters);
    if (elsewhere) {
      templates.forEach(template -> named(folder, named, template).forEach(documents::put));
    }
    templates.forEach(template -> named.parts(template).forEach(documents::remove));
    List<CloudFormationTemplate> ofFiles = List.copyOf(templates);
    templates.addAll(inDocuments.values());
    FunctionResources functions = new FunctionResources(parameters, templates);
    FoundDocuments found =
        new FoundDocuments(
            folder, new Substitutions(folder, parameters, functions.named()), diagnostics);
    DeclaredApis declared =
        new DeclaredApis(named, documents.keySet(), ofFiles, inDocuments, found::isMade);
    DocumentNames names = new DocumentNames(folder.root(), documents.keySet(), declared);
    documents.forEach((file, root) -> found.add(names.of(file), root, declared.of(file)));
    declared.forEachBody((api, body) -> found.add(api.logicalId(), body, List.of(api)));
    declared.made().forEach(api -> found.addMade(names.ofMade(api), api));
    NoDocument missing = new NoDocument(folder, named, templates);
    if (found.isEmpty() && errors() == errors) {
      Path shown = single ? files.get(0) : folder.root();
      missing.report(String.valueOf(shown.getFileName()), others, diagnostics);
    }
    ServiceDraft draft =
        new ServiceResources(found.apiIds(), missing, found.substitutions()::of, diagnostics)
            .read(found.substitutions().templates());
    return new SourceSet(found.documents(draft), functions.read(), draft, folder.inputs());
  }

  /** The documents in files of their own that a template names. */
  private Map<Path, ObjectNode> named(
      SourceFolder folder, DocumentFiles named, CloudFormationTemplate template) {
    Map<Path, ObjectNode> documents = new TreeMap<>();
    for (ApiResource api : ResourceReaders.apis(template)) {
      Optional<Path> file = named.of(api);
      file.flatMap(path -> tree(folder, path, true))
          .flatMap(Node::asObject)
          .filter(DocumentLoader::isApi)
          .ifPresent(root -> documents.put(file.get(), root));
    }
    return documents;
  }

  /** Resources are no part of the API document beside which they stand. */
  private static ObjectNode withoutResources(ObjectNode root) {
    return root.has(RESOURCES)
        ? new ObjectNode(
            root.range(),
            root.tag(),
            root.members().values().stream().filter(m -> !m.name().equals(RESOURCES)).toList())
        : root;
  }

  private Optional<Node> tree(SourceFolder folder, Path file, boolean single) {
    Diagnostics own = new Diagnostics();
    Optional<Node> tree = folder.tree(file, own);
    boolean ours =
        single
            || tree.flatMap(Node::asObject)
                .filter(o -> isApi(o) || CloudFormationTemplate.isTemplate(o))
                .isPresent()
            || (tree.isEmpty()
                && own.all().stream()
                    .anyMatch(d -> LOOKS_LIKE_ONE.matcher(d.range().file().text()).find()));
    if (ours) {
      own.all().forEach(diagnostics::add);
    }
    return tree;
  }

  private int errors() {
    return (int) diagnostics.all().stream().filter(d -> d.severity() == Severity.ERROR).count();
  }

  private static boolean isApi(ObjectNode root) {
    return root.has("openapi") || root.has("swagger");
  }

  private static List<Path> candidates(FolderContent content, Path own) throws IOException {
    return content.files(DEEPEST_FOLDER).stream()
        .filter(file -> file.startsWith(own))
        .filter(file -> file.getFileName().toString().matches("(?i)[^.].*\\.(?:ya?ml|json)"))
        .filter(file -> !belongsToTools(own.relativize(file)))
        .toList();
  }

  /** Libraries of functions that lie beside documents, and copies that deployments make. */
  private static boolean belongsToTools(Path relative) {
    for (Path part : relative) {
      if (part.startsWith("node_modules") || part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
