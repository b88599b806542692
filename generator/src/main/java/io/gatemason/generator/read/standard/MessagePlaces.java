package io.gatemason.generator.read.standard;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the places that messages of swagger-parser speak of. They name them as in {@code attribute
 * paths.'/pets'(get).responses is missing}: members between dots, path keys in quotes, operations
 * in parentheses, parameters in brackets.
 */
final class MessagePlaces {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?:attribute |(?=(?:paths|components)\\.))([^ ']*(?:'[^']*'[^ ']*)*[^ .'])");
  private static final Pattern STEP =
      Pattern.compile("'([^']*)'|\\(([^)]*)\\)|\\[([^\\]]*)\\]|([^.'()\\[\\]]+)");

  /** Of members of server variables it names the last one twice. */
  private static final Pattern TWICE = Pattern.compile("(\\.\\w+)\\1$");

  private final ObjectNode root;

  MessagePlaces(ObjectNode root) {
    this.root = root;
  }

  /** Whether a message says something that no reader of ours says better. */
  static boolean isOfInterest(String message) {
    return !message.contains("Declared path parameter")
        && !message.contains("For path parameter")
        && !message.contains("['unknown']")
        && !message.contains("${")
        && !message.endsWith("should start with /");
  }

  /** The message in the form of ours: the user's words in quotes. */
  static String reworded(String message) {
    Matcher matcher = ATTRIBUTE.matcher(message);
    String text =
        matcher.lookingAt()
            ? '"'
                + TWICE.matcher(matcher.group(1).replaceFirst("^\\.", "")).replaceFirst("$1")
                + '"'
                + message.substring(matcher.end())
            : message.replaceFirst("^attribute (.*) is ", "\"$1\" is ");
    return text.replace('`', '"');
  }

  /** The deepest place that the message names; the start of the document where it names none. */
  Range of(String message) {
    Matcher attribute = ATTRIBUTE.matcher(message);
    Range place = new Range(root.range().file(), root.range().start(), root.range().start());
    if (!attribute.lookingAt()) {
      return place;
    }
    Node current = root;
    for (String step : steps(attribute.group(1))) {
      Optional<ObjectNode.Member> member = current.asObject().flatMap(o -> o.member(step));
      if (member.isPresent()) {
        place = member.get().key().range();
        current = member.get().value();
        continue;
      }
      Optional<Node> parameter = parameter(current, step);
      if (parameter.isEmpty()) {
        break;
      }
      current = parameter.get();
      place = nameOf(current).map(Node::range).orElse(current.range());
    }
    return place;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      for (int group = 1; group <= step.groupCount(); group++) {
        if (step.group(group) != null) {
          steps.add(step.group(group));
        }
      }
    }
    return steps;
  }

  private static Optional<Node> parameter(Node node, String name) {
    return node.asArray().stream()
        .flatMap(array -> array.items().stream())
        .filter(item -> nameOf(item).filter(n -> n.text().equals(name)).isPresent())
        .findFirst();
  }

  private static Optional<ScalarNode> nameOf(Node parameter) {
    return parameter.asObject().flatMap(o -> o.get("name")).flatMap(Node::asScalar);
  }
}
