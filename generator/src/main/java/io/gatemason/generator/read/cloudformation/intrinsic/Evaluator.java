package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.IncludeLoader;
import io.gatemason.generator.read.cloudformation.Names;
import io.gatemason.generator.read.cloudformation.Place;
import io.gatemason.generator.read.cloudformation.PlainText;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Walks a tree and replaces functions and placeholders; what does not change is kept as it is. */
public final class Evaluator {
  private static final String TRANSFORM = "Fn::Transform";

  /** What functions may write into one document, in characters. */
  private static final long MOST_TEXT = 20_000_000;

  private final Names names;
  private final Diagnostics diagnostics;
  private final PlainText plainText;
  private final Map<String, Intrinsic> functions;

  private final AtomicLong spent;

  Evaluator(Names names, Diagnostics diagnostics, IncludeLoader includes) {
    this(names, diagnostics, Intrinsics.byName(includes), new AtomicLong());
  }

  private Evaluator(
      Names names, Diagnostics diagnostics, Map<String, Intrinsic> functions, AtomicLong spent) {
    this.names = names;
    this.diagnostics = diagnostics;
    this.plainText = new PlainText(names, diagnostics);
    this.functions = functions;
    this.spent = spent;
  }

  /** The same with names as a template means them. */
  Evaluator seenBy(CloudFormationTemplate template, Diagnostics receiver) {
    return new Evaluator(names.seenBy(template), receiver, functions, spent);
  }

  /** Whether so much text may be made, after all that was; counts it. */
  boolean affords(long length) {
    return spent.addAndGet(length) <= MOST_TEXT;
  }

  Names names() {
    return names;
  }

  /** The value of a node; empty where it is removed. */
  Optional<Node> evaluate(Node node, Place place) {
    if (!node.tag().isEmpty()) {
      return tagged(node, place);
    }
    Optional<ObjectNode> object = node.asObject();
    if (object.isPresent()) {
      return object(object.get(), place);
    }
    Optional<ArrayNode> array = node.asArray();
    if (array.isPresent()) {
      return Optional.of(array(array.get(), place));
    }
    return node.asScalar().map(scalar -> plainText.resolve(scalar, place));
  }

  /** The text of an argument; empty where it has none, which is reported. */
  Optional<String> text(Node node, Call call) {
    return argument(node, call, Node::asScalar, "needs text, not an " + node.kind())
        .map(ScalarNode::text);
  }

  /** The items of an argument that must be a list; empty where it is none, which is reported. */
  Optional<List<Node>> items(Node node, Call call) {
    return argument(node, call, Node::asArray, "needs a list, not a " + node.kind())
        .map(ArrayNode::items);
  }

  /** What follows from a part of the argument that has failed is no news. */
  <T> Optional<T> argument(Node node, Call call, Function<Node, Optional<T>> form, String problem) {
    int before = diagnostics.errorsTold();
    Optional<T> value = evaluate(node, call.place()).flatMap(form);
    if (diagnostics.errorsTold() > before) {
      return Optional.empty();
    }
    if (value.isEmpty()) {
      call.fail("\"" + call.function() + "\" " + problem, "");
    }
    return value;
  }

  private Optional<Node> tagged(Node node, Place place) {
    String shortName = node.tag().substring(1);
    String name =
        shortName.equals("Ref") || shortName.equals("Condition") ? shortName : "Fn::" + shortName;
    return call(name, node, untagged(node), place, node.tag());
  }

  private Optional<Node> call(String name, Node written, Node argument, Place place, String shown) {
    Intrinsic function = functions.get(name);
    if (function != null) {
      return function.evaluate(new Call(name, written.range(), argument, place, diagnostics), this);
    }
    diagnostics.report(
        SourceCodes.GM2024,
        written.range(),
        "function \"" + shown + "\" is not known",
        DidYouMean.closest(name, functions.keySet())
            .map(closest -> "did you mean \"" + closest + "\"?")
            .orElse("put what it stands for into the document"));
    return Optional.of(ScalarNode.computed(written.range(), "unresolved"));
  }

  private Optional<Node> object(ObjectNode object, Place place) {
    if (object.members().size() == 1) {
      Member only = object.members().values().iterator().next();
      boolean reference = only.name().equals("Ref") && only.value().asScalar().isPresent();
      if (reference || only.name().startsWith("Fn::")) {
        return call(only.name(), only.key(), only.value(), place, only.name());
      }
    }
    List<Member> members = new ArrayList<>();
    boolean changed = false;
    for (Member member : object.members().values()) {
      List<Member> resolved = member(object, member, place);
      changed |= resolved.size() != 1 || !resolved.get(0).equals(member);
      // The first of a name counts: what is included. At the root the loader has put it in order.
      boolean included = member.name().equals(TRANSFORM) && !place.equals(Place.ROOT);
      members.addAll(included ? 0 : members.size(), resolved);
    }
    return Optional.of(changed ? new ObjectNode(object.range(), "", members) : object);
  }

  private List<Member> member(ObjectNode object, Member member, Place place) {
    if (member.name().startsWith("Fn::")) {
      return besideOthers(member, place);
    }
    ScalarNode key = plainText.resolveKey(member.key(), place);
    Optional<Node> value = evaluate(member.value(), place.member(object, key.text()));
    if (value.isEmpty()) {
      return List.of();
    }
    return List.of(
        key == member.key() && value.get() == member.value()
            ? member
            : new Member(key, value.get()));
  }

  /** An include merges its members; every other function must stand alone. */
  private List<Member> besideOthers(Member member, Place place) {
    if (!member.name().equals(TRANSFORM)) {
      diagnostics.report(
          SourceCodes.GM2023,
          member.key().range(),
          "\"" + member.name() + "\" stands beside other keys",
          "a function must be the only key of its object");
      return List.of();
    }
    return call(TRANSFORM, member.key(), member.value(), place, TRANSFORM)
        .flatMap(Node::asObject)
        .map(included -> List.copyOf(included.members().values()))
        .orElse(List.of());
  }

  private Node array(ArrayNode array, Place place) {
    List<Node> items = new ArrayList<>();
    boolean changed = false;
    for (Node item : array.items()) {
      Optional<Node> value = evaluate(item, place);
      changed |= value.isEmpty() || value.get() != item;
      value.ifPresent(items::add);
    }
    return changed ? new ArrayNode(array.range(), "", items) : array;
  }

  private static Node untagged(Node node) {
    return node.asObject()
        .<Node>map(o -> new ObjectNode(o.range(), "", List.copyOf(o.members().values())))
        .or(() -> node.asArray().map(a -> new ArrayNode(a.range(), "", a.items())))
        .or(() -> node.asScalar().map(s -> s.withEdits(List.of())))
        .orElse(node);
  }
}
