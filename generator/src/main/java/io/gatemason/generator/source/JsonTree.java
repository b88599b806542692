package io.gatemason.generator.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.gatemason.generator.source.SyntaxProblem.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds the tree of a strict JSON text. */
final class JsonTree {
  private final TextView view;
  private final TreeBudget budget;
  private final Consumer<SyntaxProblem> problems;
  private final JsonParser parser;

  private JsonTree(
      TextView view, TreeBudget budget, Consumer<SyntaxProblem> problems, JsonParser parser) {
    this.view = view;
    this.budget = budget;
    this.problems = problems;
    this.parser = parser;
  }

  static Node read(TextView view, ReadLimits limits, Consumer<SyntaxProblem> problems)
      throws TreeFailure {
    // Depth and key length are checked here, where there is a place to tell; the text's own length
    // was checked before.
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth() + 2)
                    .maxNameLength(limits.characters())
                    .maxStringLength(limits.characters())
                    .build())
            .build();
    try (JsonParser parser = factory.createParser(view.text())) {
      JsonTree tree = new JsonTree(view, new TreeBudget(limits), problems, parser);
      Node root = tree.value(parser.nextToken(), 1);
      if (parser.nextToken() != null) {
        throw tree.malformed("there is text after the end of the document");
      }
      return root;
    } catch (JsonProcessingException e) {
      int offset = (int) Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
      String message = firstLine(e.getOriginalMessage());
      boolean comment = message.contains("comment");
      throw new TreeFailure(
          Kind.MALFORMED,
          view.range(offset, Math.min(offset + 1, view.text().length())),
          comment ? "JSON has no comments" : message.replaceFirst(" \\(code \\d+\\)", ""),
          comment ? "remove the comment" : "");
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory cannot fail", e);
    }
  }

  private Node value(JsonToken token, int depth) throws IOException, TreeFailure {
    if (token == null) {
      throw malformed("the document ends too early");
    }
    int start = offset();
    Range range = view.range(start, start + 1);
    budget.spend(1, range);
    budget.checkDepth(depth, range);
    return switch (token) {
      case START_OBJECT -> object(start, depth);
      case START_ARRAY -> array(start, depth);
      case VALUE_STRING -> scalar(ScalarNode.Kind.STRING);
      case VALUE_NUMBER_INT -> scalar(ScalarNode.Kind.INTEGER);
      case VALUE_NUMBER_FLOAT -> scalar(ScalarNode.Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> scalar(ScalarNode.Kind.BOOLEAN);
      case VALUE_NULL -> scalar(ScalarNode.Kind.NULL);
      default -> throw malformed("a value is missing");
    };
  }

  private ObjectNode object(int start, int depth) throws IOException, TreeFailure {
    MemberList members = new MemberList(problems);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      ScalarNode key = scalar(ScalarNode.Kind.STRING);
      budget.checkKey(key);
      members.add(key, value(parser.nextToken(), depth + 1));
    }
    return new ObjectNode(view.range(start, offset() + 1), "", members.all());
  }

  private ArrayNode array(int start, int depth) throws IOException, TreeFailure {
    List<Node> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token, depth + 1));
    }
    return new ArrayNode(view.range(start, offset() + 1), "", items);
  }

  private ScalarNode scalar(ScalarNode.Kind kind) throws IOException {
    int start = offset();
    int end = endOfToken(start);
    return ScalarNode.read(view, start, end, "", kind, parser.getText());
  }

  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private int endOfToken(int start) {
    String text = view.text();
    int at = start + 1;
    if (text.charAt(start) == '"') {
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      return Math.min(at + 1, text.length());
    }
    while (at < text.length() && " \t\r\n,:]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private TreeFailure malformed(String message) {
    int at = (int) Math.max(0, parser.currentLocation().getCharOffset());
    return new TreeFailure(Kind.MALFORMED, view.range(at, at), message, "");
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
