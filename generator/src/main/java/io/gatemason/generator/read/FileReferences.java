package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ReadLimits;
import io.gatemason.generator.source.ScalarNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Puts the content of other files in place of {@code $ref}s that name them. References inside the
 * document stay; so do those to models of the managed service.
 */
final class FileReferences {
  private static final Pattern REMOTE = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]+:|//).*");
  private static final String SERVICE_MODEL = "https://apigateway.amazonaws.com/restapis/";
  private static final Set<String> OPAQUE = Set.of("example", "examples", "default", "enum");
  private static final int DEEPEST = 50;

  private final SourceFolder folder;
  private final Diagnostics diagnostics;
  private final UnaryOperator<Node> substitution;
  private final Map<Path, Node> files = new HashMap<>();
  private final Map<String, Node> resolved = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private long values;

  FileReferences(SourceFolder folder, Diagnostics diagnostics, UnaryOperator<Node> substitution) {
    this.folder = folder;
    this.diagnostics = diagnostics;
    this.substitution = substitution;
  }

  /** The document with the content of other files in place. */
  Node inline(Node root) {
    return walk(root, Optional.empty());
  }

  /**
   * Walks a tree.
   *
   * @param home the file of the tree, unless it is the document itself
   */
  private Node walk(Node node, Optional<Path> home) {
    values++;
    Optional<ObjectNode> object = node.asObject();
    if (object.isPresent()) {
      Optional<ScalarNode> target = object.get().get("$ref").flatMap(Node::asScalar);
      return target.isPresent()
          ? reference(object.get(), target.get(), home)
          : object(object.get(), home);
    }
    return node.asArray().<Node>map(array -> array(array, home)).orElse(node);
  }

  private Node object(ObjectNode object, Optional<Path> home) {
    List<Member> members = new ArrayList<>();
    boolean changed = false;
    for (Member member : object.members().values()) {
      Node value = OPAQUE.contains(member.name()) ? member.value() : walk(member.value(), home);
      Member walked = value.equals(member.value()) ? member : new Member(member.key(), value);
      changed |= !walked.equals(member);
      members.add(walked);
    }
    return changed ? new ObjectNode(object.range(), object.tag(), members) : object;
  }

  private ArrayNode array(ArrayNode array, Optional<Path> home) {
    List<Node> items = array.items().stream().map(item -> walk(item, home)).toList();
    return items.equals(array.items()) ? array : new ArrayNode(array.range(), array.tag(), items);
  }

  private Node reference(ObjectNode object, ScalarNode target, Optional<Path> home) {
    String text = target.text().strip();
    int hash = text.indexOf('#');
    String file = hash < 0 ? text : text.substring(0, hash);
    String pointer = hash < 0 ? "" : text.substring(hash + 1);
    boolean name = file.indexOf('/') < 0 && file.indexOf('.') < 0;
    if (text.startsWith(SERVICE_MODEL) || (name && (home.isEmpty() || !file.isEmpty()))) {
      return object;
    }
    Range range = target.range();
    if (REMOTE.matcher(file).matches()) {
      diagnostics.report(
          SourceCodes.GM2004,
          range,
          "reference \"" + text + "\" leads to another host",
          "put the content into the document, or into a file beside it");
      return object;
    }
    Optional<Path> path = file.isEmpty() ? home : folder.resolve(range, decode(file), diagnostics);
    if (path.isPresent() && !file.isEmpty() && home.isEmpty()) {
      diagnostics.report(
          SourceCodes.GM2007,
          range,
          "the managed service does not import references to other files such as \"" + text + "\"",
          "put the content into the document if it has to be imported there");
    }
    return path.flatMap(p -> content(p, pointer, range)).orElse(object);
  }

  private Optional<Node> content(Path path, String pointer, Range range) {
    String key = path + "#" + pointer;
    Node known = resolved.get(key);
    if (known != null) {
      values += sizes.getOrDefault(key, 0L);
      return affordable(range) ? Optional.of(known) : Optional.empty();
    }
    if (open.size() >= DEEPEST || !open.add(key)) {
      diagnostics.report(
          SourceCodes.GM2008,
          range,
          "files refer to each other in a circle",
          "move recursive schemas into the document itself");
      return Optional.empty();
    }
    long before = values;
    try {
      Optional<Node> found = file(path).flatMap(root -> at(root, pointer, range));
      Optional<Node> walked = found.map(node -> walk(node, Optional.of(path)));
      walked.ifPresent(node -> resolved.put(key, node));
      sizes.put(key, values - before);
      return affordable(range) ? walked : Optional.empty();
    } finally {
      open.remove(key);
    }
  }

  private boolean affordable(Range range) {
    if (values <= ReadLimits.DEFAULT.values()) {
      return true;
    }
    diagnostics.report(
        SourceCodes.GM1007,
        range,
        "with the content of other files the document has more than "
            + ReadLimits.DEFAULT.values()
            + " values",
        "put shared schemas into the document itself");
    return false;
  }

  private Optional<Node> file(Path path) {
    Node known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Node> tree = folder.tree(path, diagnostics).map(substitution);
    tree.ifPresent(node -> files.put(path, node));
    return tree;
  }

  private Optional<Node> at(Node root, String pointer, Range range) {
    Optional<Node> node = Optional.of(root);
    for (String part : pointer.split("/", -1)) {
      String key = decode(part).replace("~1", "/").replace("~0", "~");
      if (!part.isEmpty()) {
        node = node.flatMap(n -> child(n, key));
      }
    }
    if (node.isEmpty()) {
      diagnostics.report(
          SourceCodes.GM2006,
          range,
          "file \"" + root.range().file().name() + "\" has nothing at \"#" + pointer + "\"",
          "");
    }
    return node;
  }

  private static Optional<Node> child(Node node, String key) {
    Optional<ArrayNode> array = node.asArray();
    if (array.isPresent() && key.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(key);
      return index < array.get().items().size()
          ? Optional.of(array.get().items().get(index))
          : Optional.empty();
    }
    return node.asObject().flatMap(object -> object.get(key));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that escapes nothing stands for itself.
      return text;
    }
  }
}
