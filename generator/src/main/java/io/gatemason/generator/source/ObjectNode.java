package io.gatemason.generator.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named values in document order, each name once. */
public final class ObjectNode extends Node {
  private final Map<String, Member> members;

  /**
   * One name and its value.
   *
   * @param key the name as a node of its own, so that messages can point at it; its text is the
   *     name as written (an unquoted {@code 200} is {@code "200"})
   * @param value the value
   */
  public record Member(ScalarNode key, Node value) {

    /** The name. */
    public String name() {
      return key.text();
    }
  }

  /**
   * Creates an object.
   *
   * @param tag the local YAML tag, or empty
   * @param members in document order; of two members with one name the first wins
   */
  public ObjectNode(Range range, String tag, List<Member> members) {
    super(range, tag);
    Map<String, Member> byName = new LinkedHashMap<>();
    for (Member member : members) {
      byName.putIfAbsent(member.name(), member);
    }
    this.members = Collections.unmodifiableMap(byName);
  }

  /** The members by name, in document order. */
  public Map<String, Member> members() {
    return members;
  }

  /** The value of a member; empty where there is no such member. */
  public Optional<Node> get(String name) {
    return member(name).map(Member::value);
  }

  /** A member with its key; empty where there is no such member. */
  public Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** Whether there is a member of that name, whatever its value. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  @Override
  public Optional<ObjectNode> asObject() {
    return Optional.of(this);
  }

  @Override
  public String kind() {
    return "object";
  }
}
