package io.gatemason.generator.source;

import io.gatemason.generator.source.SyntaxProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds the tree of a YAML text from parser events; nothing is ever constructed from a tag. */
final class YamlTree {
  private final TextView view;
  private final TreeBudget budget;
  private final Consumer<SyntaxProblem> problems;
  private final Iterator<Event> events;
  private final CodePointOffsets offsets;
  private final YamlTags tags;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int deepest;

  private record Anchored(Node node, long values, int height) {}

  private YamlTree(TextView view, ReadLimits limits, Consumer<SyntaxProblem> problems) {
    this.view = view;
    this.budget = new TreeBudget(limits);
    this.problems = problems;
    this.offsets = new CodePointOffsets(view.text());
    this.tags = new YamlTags(view);
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            // The scanner copies a long scalar each time it fills its buffer.
            .setBufferSize(Math.max(1024, view.text().length()))
            .build();
    this.events = new Parse(settings).parseString(view.text()).iterator();
  }

  static Node read(TextView view, ReadLimits limits, Consumer<SyntaxProblem> problems)
      throws TreeFailure {
    YamlTree tree = new YamlTree(view, limits, problems);
    try {
      return tree.document();
    } catch (MarkedYamlEngineException e) {
      throw tree.failure(e);
    } catch (YamlEngineException e) {
      throw new TreeFailure(
          Kind.MALFORMED, view.range(0, 0), firstLine(String.valueOf(e.getMessage())), "");
    }
  }

  private Node document() throws TreeFailure {
    events.next();
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      throw new TreeFailure(Kind.EMPTY, view.range(0, 0), "the file is empty", "");
    }
    Node root = node(events.next(), 1);
    events.next();
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw new TreeFailure(
          Kind.SECOND_DOCUMENT,
          view.range(start(after), Math.max(start(after), end(after))),
          "the file has more than one YAML document",
          "give each document a file of its own");
    }
    return root;
  }

  private Node node(Event event, int depth) throws TreeFailure {
    int start = start(event);
    Range range = view.range(start, start);
    budget.spend(1, range);
    budget.checkDepth(depth, range);
    deepest = Math.max(deepest, depth);
    if (event instanceof AliasEvent alias) {
      return resolve(alias, depth, view.range(start, end(event)));
    }
    long valuesBefore = budget.values() - 1;
    int deepestBefore = deepest;
    deepest = depth;
    Node node = content(event, depth);
    if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
      anchors.put(
          named.getAnchor().get().getValue(),
          new Anchored(node, budget.values() - valuesBefore, deepest - depth));
    }
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private Node content(Event event, int depth) throws TreeFailure {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    CollectionStartEvent collection = (CollectionStartEvent) event;
    int start = tags.contentStart(start(event), view.text().length());
    String tag = tags.local(collection.getTag(), view.range(start(event), end(event)));
    return event.getEventId() == Event.ID.MappingStart
        ? object(start, tag, collection.isFlow(), depth)
        : array(start, tag, collection.isFlow(), depth);
  }

  private ObjectNode object(int start, String tag, boolean flow, int depth) throws TreeFailure {
    MemberList members = new MemberList(problems);
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      boolean plain = event instanceof ScalarEvent scalar && scalar.isPlain();
      ScalarNode key = key(node(event, depth + 1));
      Node value = node(events.next(), depth + 1);
      if (plain && key.text().equals("<<") && (value instanceof ObjectNode || mergeable(value))) {
        members.merge(value);
      } else {
        members.add(key, value);
      }
      event = events.next();
    }
    Optional<Node> last = members.last();
    return new ObjectNode(range(start, end(event), last, flow), tag, members.all());
  }

  private static boolean mergeable(Node value) {
    return value.asArray().isPresent()
        && value.asArray().get().items().stream().allMatch(ObjectNode.class::isInstance);
  }

  private ScalarNode key(Node node) throws TreeFailure {
    Optional<ScalarNode> key = node.asScalar();
    if (key.isEmpty()) {
      throw new TreeFailure(
          Kind.COMPOUND_KEY,
          node.range(),
          "a key is an " + node.kind() + ", not text",
          "quote a value that begins with \"{\" or \"[\"");
    }
    budget.checkKey(key.get());
    return key.get();
  }

  private ArrayNode array(int start, String tag, boolean flow, int depth) throws TreeFailure {
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, depth + 1));
      event = events.next();
    }
    Optional<Node> last =
        items.isEmpty() ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    return new ArrayNode(range(start, end(event), last, flow), tag, items);
  }

  private ScalarNode scalar(ScalarEvent event) throws TreeFailure {
    int end = end(event);
    int start = tags.contentStart(start(event), end);
    Range range = view.range(start(event), end);
    String tag = tags.local(event.getTag(), range);
    ScalarNode.Kind kind =
        event.isPlain() && tags.readsKind(event.getTag())
            ? CoreSchema.kind(event.getValue())
            : ScalarNode.Kind.STRING;
    return ScalarNode.read(view, start, end, tag, kind, event.getValue());
  }

  private Node resolve(AliasEvent alias, int depth, Range range) throws TreeFailure {
    Anchored anchored = anchors.get(alias.getAlias().getValue());
    if (anchored == null) {
      throw new TreeFailure(
          Kind.UNKNOWN_ALIAS,
          range,
          "alias \"*" + alias.getAlias().getValue() + "\" has no anchor before it",
          "an anchor must be complete before it is used; quote text that begins with \"*\"");
    }
    budget.spend(anchored.values() - 1, range);
    budget.checkDepth(depth + anchored.height(), range);
    deepest = Math.max(deepest, depth + anchored.height());
    return anchored.node();
  }

  private TreeFailure failure(MarkedYamlEngineException e) {
    int at = e.getProblemMark().map(this::offset).orElse(0);
    Range range = view.range(at, Math.min(at + 1, view.text().length()));
    String problem = e.getProblem() == null ? "" : firstLine(e.getProblem());
    if (at < view.text().length() && view.text().charAt(at) == '\t') {
      return new TreeFailure(
          Kind.TAB, range, "a tab cannot indent YAML", "replace the tab by spaces");
    }
    String context = e.getContext() == null ? "" : firstLine(e.getContext());
    String message = context.isEmpty() ? problem : context + ": " + problem;
    message = message.replaceFirst("\\. \\(Do not use .* for indentation\\)$", "");
    return new TreeFailure(Kind.MALFORMED, range, message, YamlAdvice.hint(problem));
  }

  /** Block collections end where their last value ends, not at the next token. */
  private Range range(int start, int end, Optional<Node> last, boolean flow) {
    Range whole = view.range(start, Math.max(start, end));
    if (flow) {
      return whole;
    }
    Position from = whole.start();
    Position to = last.map(node -> node.range().end()).orElse(from);
    return new Range(view.file(), from, to.compareTo(from) < 0 ? from : to);
  }

  private int start(Event event) {
    return event.getStartMark().map(this::offset).orElse(0);
  }

  private int end(Event event) {
    return event.getEndMark().map(this::offset).orElse(0);
  }

  private int offset(Mark mark) {
    return offsets.units(mark.getIndex());
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
