package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.TextView.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Fn::ForEach} of {@code AWS::LanguageExtensions}: members that are written once for each
 * text of a list. Templates are read with what their loops make, as the managed service does it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
 */
public final class Loops {
  private static final String LOOP = CloudFormationTemplate.LOOP;

  /** What loops may write, in characters: loops may stand in each other. */
  private static final long MOST = 1_000_000;

  private static final int LONGEST_VALUE = 255;

  private final Substitution substitution;
  private final Diagnostics diagnostics;
  private long written;

  private Loops(Substitution substitution, Diagnostics diagnostics) {
    this.substitution = substitution;
    this.diagnostics = diagnostics;
  }

  /** The template with what its loops make; the same object where it has none. */
  public static ObjectNode expanded(
      ObjectNode root, Map<String, String> parameters, Diagnostics diagnostics) {
    List<CloudFormationTemplate> names = List.of(new CloudFormationTemplate(root));
    Substitution lists =
        new Substitution(parameters, names, diagnostics, (range, path) -> Optional.empty());
    return new Loops(lists, diagnostics).object(root);
  }

  private Node expanded(Node node) {
    if (node.asArray().isPresent()) {
      ArrayNode array = node.asArray().get();
      List<Node> items = array.items().stream().map(this::expanded).toList();
      return items.equals(array.items()) ? array : new ArrayNode(array.range(), array.tag(), items);
    }
    return node.asObject().<Node>map(this::object).orElse(node);
  }

  private ObjectNode object(ObjectNode object) {
    List<Member> members = new ArrayList<>();
    for (Member member : object.members().values()) {
      if (member.name().startsWith(LOOP)) {
        members.addAll(made(member));
      } else {
        Node value = expanded(member.value());
        members.add(value == member.value() ? member : new Member(member.key(), value));
      }
    }
    return members.equals(List.copyOf(object.members().values()))
        ? object
        : new ObjectNode(object.range(), object.tag(), members);
  }

  private List<Member> made(Member loop) {
    List<Node> parts = loop.value().asArray().map(ArrayNode::items).orElse(List.of());
    Optional<String> name =
        parts.size() == 3
            ? parts.get(0).asScalar().map(ScalarNode::text).filter(text -> !text.isEmpty())
            : Optional.empty();
    Optional<ObjectNode> body = name.flatMap(n -> parts.get(2).asObject());
    if (body.isEmpty()) {
      return failed(loop, "takes a list of a name, a list and the members to write");
    }
    int before = diagnostics.errorsTold();
    Optional<ArrayNode> values = substitution.value(parts.get(1)).flatMap(Node::asArray);
    if (diagnostics.errorsTold() > before) {
      return List.of();
    }
    if (values.isEmpty()) {
      return failed(loop, "has no list to go through");
    }
    List<Member> members = new ArrayList<>();
    for (Node value : values.get().items()) {
      Optional<String> text =
          value.asScalar().map(ScalarNode::text).filter(each -> each.length() <= LONGEST_VALUE);
      written += body.get().range().text().length();
      if (text.isEmpty() || written > MOST) {
        return failed(loop, text.isEmpty() ? "goes through short texts only" : "writes too much");
      }
      Node copy = new Bound(name.get(), text.get()).in(body.get());
      members.addAll(copy.asObject().map(this::object).orElseThrow().members().values());
    }
    return members;
  }

  private List<Member> failed(Member loop, String problem) {
    diagnostics.report(
        SourceCodes.GM2023, loop.key().range(), "\"" + loop.name() + "\" " + problem, "");
    return List.of();
  }

  /** A loop's name with one of its values: {@code ${Name}}, {@code &{Name}} and {@code Ref}. */
  private record Bound(String name, String value) {
    private static final Pattern PLACE = Pattern.compile("([$&])\\{([^{}]*)}");

    Node in(Node node) {
      Optional<ObjectNode> object = node.asObject();
      if (object.isPresent()) {
        return isReference(object.get()) ? text(node) : in(object.get());
      }
      Optional<ArrayNode> array = node.asArray();
      if (array.isPresent()) {
        List<Node> items = array.get().items().stream().map(this::in).toList();
        return new ArrayNode(node.range(), node.tag(), items);
      }
      ScalarNode scalar = node.asScalar().orElseThrow();
      boolean reference = node.tag().equals("!Ref") && scalar.text().equals(name);
      return reference ? text(node) : in(scalar);
    }

    private boolean isReference(ObjectNode object) {
      return object.members().size() == 1
          && object
              .get("Ref")
              .flatMap(Node::asScalar)
              .filter(s -> s.text().equals(name))
              .isPresent();
    }

    private Node text(Node node) {
      return ScalarNode.computed(node.range(), value);
    }

    private ObjectNode in(ObjectNode object) {
      List<Member> members =
          object.members().values().stream()
              .map(member -> new Member(in(member.key()), in(member.value())))
              .toList();
      return new ObjectNode(object.range(), object.tag(), members);
    }

    private ScalarNode in(ScalarNode scalar) {
      List<Edit> edits = new ArrayList<>();
      Matcher place = PLACE.matcher(scalar.text());
      while (place.find()) {
        if (place.group(2).strip().equals(name)) {
          boolean plain = place.group(1).equals("&");
          String text = plain ? value.replaceAll("[^A-Za-z0-9]", "") : value;
          edits.add(new Edit(place.start(), place.end(), text));
        }
      }
      return edits.isEmpty() ? scalar : scalar.withEdits(edits).withTag(scalar.tag());
    }
  }
}
