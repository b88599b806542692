package io.gatemason.generator.source;

import io.gatemason.generator.source.SyntaxProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the text of a YAML or JSON file into a tree with places. Strict JSON is read as JSON,
 * everything else as YAML. Input is taken to be hostile: limits are checked before memory is spent,
 * and no tag creates anything. Thread-safe: immutable.
 */
public final class NodeReader {
  private final ReadLimits limits;

  /** A reader with the limits of {@link ReadLimits#DEFAULT}. */
  public NodeReader() {
    this(ReadLimits.DEFAULT);
  }

  /** A reader with limits of its own. */
  public NodeReader(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param problems receives what is wrong, in document order
   * @return the root; empty where a problem was reported that leaves no tree
   */
  public Optional<Node> read(SourceFile file, Consumer<SyntaxProblem> problems) {
    return read(TextView.of(file), problems);
  }

  /**
   * Reads a text whose places are those of a file.
   *
   * @param problems receives what is wrong, in document order
   * @return the root; empty where a problem was reported that leaves no tree
   */
  public Optional<Node> read(TextView view, Consumer<SyntaxProblem> problems) {
    List<SyntaxProblem> found = new ArrayList<>();
    Optional<Node> root = Optional.empty();
    try {
      checkSize(view);
      root = Optional.of(parse(view, found));
    } catch (TreeFailure e) {
      found.add(e.problem());
    }
    found.forEach(problems);
    return root;
  }

  private Node parse(TextView view, List<SyntaxProblem> found) throws TreeFailure {
    boolean named = view.file().name().toLowerCase(Locale.ROOT).endsWith(".json");
    if (!named && !view.text().stripLeading().startsWith("{")) {
      return yaml(view, found);
    }
    try {
      return JsonTree.read(view, limits, found::add);
    } catch (TreeFailure notJson) {
      if (notJson.problem().kind() != Kind.MALFORMED) {
        throw notJson;
      }
      found.clear();
      return lenient(view, found, named, notJson);
    }
  }

  private Node lenient(TextView view, List<SyntaxProblem> found, boolean named, TreeFailure notJson)
      throws TreeFailure {
    Node root;
    try {
      root = yaml(view, found);
    } catch (TreeFailure notYaml) {
      found.clear();
      throw named && notYaml.problem().kind() == Kind.MALFORMED ? notJson : notYaml;
    }
    if (named) {
      SyntaxProblem strict = notJson.problem();
      found.add(
          0,
          new SyntaxProblem(
              Kind.NOT_STRICT_JSON,
              strict.range(),
              "this is not JSON, it was read as YAML: " + strict.message(),
              "correct the JSON, or name the file .yaml",
              Optional.empty()));
    }
    return root;
  }

  private Node yaml(TextView view, List<SyntaxProblem> found) throws TreeFailure {
    checkCharacters(view);
    return YamlTree.read(view, limits, found::add);
  }

  private void checkSize(TextView view) throws TreeFailure {
    if (view.text().length() > limits.characters()) {
      throw new TreeFailure(
          Kind.TOO_LARGE,
          view.range(0, 0),
          "the file has more than " + limits.characters() + " characters",
          "split the document");
    }
    if (view.text().isBlank()) {
      throw new TreeFailure(Kind.EMPTY, view.range(0, 0), "the file is empty", "");
    }
  }

  /**
   * The parser would refuse these too, but with an offset only; the next-line character U+0085 it
   * would drop from some texts and take for a line break in others.
   */
  private static void checkCharacters(TextView view) throws TreeFailure {
    String text = view.text();
    int c;
    for (int at = 0; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      boolean printable =
          (c >= 0x20 && c < 0x7F)
              || c == '\n'
              || c == '\r'
              || c == '\t'
              || (c >= 0xA0 && c <= 0xD7FF)
              || (c >= 0xE000 && c <= 0xFFFD)
              || c >= 0x10000;
      if (!printable) {
        throw new TreeFailure(
            Kind.CHARACTER,
            view.range(at, at + 1),
            "character U+%04X is not allowed in YAML".formatted(c),
            "remove it, or write it as an escape in double quotes");
      }
    }
  }
}
