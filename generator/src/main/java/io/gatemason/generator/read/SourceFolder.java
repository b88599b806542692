package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.TextTemplate;
import io.gatemason.generator.read.content.FolderContent;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ReadLimits;
import io.gatemason.generator.source.SourceDecoder;
import io.gatemason.generator.source.SourceFile;
import io.gatemason.generator.source.SyntaxProblem;
import io.gatemason.generator.source.TextView;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads files of one folder and never one outside of it, whatever links or paths say. */
final class SourceFolder {
  private static final long MOST_BYTES = 3L * ReadLimits.DEFAULT.characters();

  private final FolderContent content;
  private final Path root;
  private final Map<String, String> parameters;
  private final TreeSet<Path> inputs = new TreeSet<>();
  private final Map<Path, Parsed> trees = new HashMap<>();

  private record Parsed(Optional<Node> root, List<Diagnostic> diagnostics) {}

  /** Reads files of a folder. */
  SourceFolder(FolderContent content, Map<String, String> parameters) {
    this.content = content;
    this.root = content.root();
    this.parameters = parameters;
  }

  Path root() {
    return root;
  }

  List<Path> inputs() {
    return List.copyOf(inputs);
  }

  /** The name shown to users: the path below the folder, with {@code /}. */
  String name(Path file) {
    Path shown = file.startsWith(root) ? root.relativize(file) : file.getFileName();
    return shown.toString().replace('\\', '/') + content.mark();
  }

  /**
   * The file that a reference names; empty where it must not or cannot be read, which is reported.
   *
   * @param from where it is named; relative paths begin at the folder of that file
   */
  Optional<Path> resolve(Range from, String location, Diagnostics diagnostics) {
    try {
      Path base = root.resolve(from.file().name()).getParent();
      Path path = (base == null ? root : base).resolve(location).normalize();
      if (!path.startsWith(root)) {
        return outside(from, location, diagnostics);
      }
      if (!content.isFile(path)) {
        diagnostics.report(
            SourceCodes.GM2005, from, "there is no file \"" + location + "\"", nearest(path));
        return Optional.empty();
      }
      Path real = content.real(path);
      return real.startsWith(root) ? Optional.of(real) : outside(from, location, diagnostics);
    } catch (IOException | InvalidPathException e) {
      diagnostics.report(SourceCodes.GM2005, from, "file \"" + location + "\" cannot be read", "");
      return Optional.empty();
    }
  }

  /** A file of the same folder whose name differs in case, or in few letters. */
  private String nearest(Path missing) throws IOException {
    Path parent = missing.getParent();
    Optional<List<String>> names = parent == null ? Optional.empty() : content.names(parent);
    return names
        .map(all -> DidYouMean.hint(missing.getFileName().toString(), all))
        .orElse("there is no such folder either");
  }

  private static Optional<Path> outside(Range from, String location, Diagnostics diagnostics) {
    diagnostics.report(
        SourceCodes.GM2003,
        from,
        "\"" + location + "\" lies outside the source folder",
        "move the file into the source folder, or name a folder above as source");
    return Optional.empty();
  }

  /** The tree of a file as written, read once; empty where it has none, which is reported. */
  Optional<Node> tree(Path file, Diagnostics diagnostics) {
    Parsed known = trees.get(file);
    if (known == null) {
      Diagnostics own = new Diagnostics();
      Optional<Node> root = source(file, own).flatMap(source -> parse(source, own));
      known = new Parsed(root, own.all());
      trees.put(file, known);
    }
    known.diagnostics().forEach(diagnostics::add);
    return known.root();
  }

  private Optional<SourceFile> source(Path file, Diagnostics diagnostics) {
    inputs.add(file);
    String name = name(file);
    try {
      Optional<byte[]> bytes = content.bytes(file, MOST_BYTES);
      if (bytes.isEmpty()) {
        SourceFile unread = new SourceFile(name, "");
        diagnostics.report(
            SourceCodes.GM1005,
            unread.range(),
            "the file has more than " + MOST_BYTES + " bytes",
            "split the document");
        return Optional.empty();
      }
      return SourceDecoder.decode(name, bytes.get(), diagnostics::report);
    } catch (IOException e) {
      diagnostics.report(
          SourceCodes.GM2001, new SourceFile(name, "").range(), "the file cannot be read", "");
      return Optional.empty();
    }
  }

  private Optional<Node> parse(SourceFile source, Diagnostics diagnostics) {
    NodeReader reader = new NodeReader();
    List<SyntaxProblem> problems = new ArrayList<>();
    boolean needed = TextTemplate.isNeeded(source);
    if (!needed) {
      Optional<Node> root = reader.read(source, problems::add);
      if (root.isPresent() || !TextTemplate.isPossible(source)) {
        problems.forEach(diagnostics::report);
        return root;
      }
    }
    Diagnostics own = new Diagnostics();
    TextView filled = TextTemplate.fill(source, parameters, own);
    Optional<Node> root = reader.read(filled, own::report);
    if (root.isPresent() || needed) {
      boolean incomplete = own.hasErrors();
      own.all().stream()
          .filter(d -> !incomplete || d.code() != SourceCodes.GM1015)
          .forEach(diagnostics::add);
    } else {
      // It is no template after all: what was wrong at first is what is wrong.
      problems.forEach(diagnostics::report);
    }
    return root;
  }
}
