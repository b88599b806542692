package io.gatemason.generator.source;

import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.SyntaxProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Collects the members of one object. Of equal keys, which are reported, the last one counts, as in
 * the parser of the managed service; merged members never win.
 */
final class MemberList {
  private final Consumer<SyntaxProblem> problems;
  private final Map<String, Integer> written = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Member> merged = new ArrayList<>();

  MemberList(Consumer<SyntaxProblem> problems) {
    this.problems = problems;
  }

  void add(ScalarNode key, Node value) {
    Member member = new Member(key, value);
    Integer at = written.putIfAbsent(key.text(), members.size());
    if (at == null) {
      members.add(member);
      return;
    }
    Member first = members.set(at, member);
    problems.accept(
        new SyntaxProblem(
            Kind.DUPLICATE_KEY,
            key.range(),
            "key \"" + key.text() + "\" stands twice in this object; the last one counts",
            "remove or rename one of them",
            Optional.of(first.key().range())));
  }

  /** Adds the members of a YAML merge key ({@code <<}). */
  void merge(Node source) {
    source.asObject().ifPresent(object -> merged.addAll(object.members().values()));
    source.asArray().ifPresent(array -> array.items().forEach(this::merge));
  }

  List<Member> all() {
    members.addAll(merged);
    return members;
  }

  Optional<Node> last() {
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(members.get(members.size() - 1).value());
  }
}
