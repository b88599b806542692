package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule looks for in a request. Implementations are immutable. */
public sealed interface Statement {

  /** Where it stands. */
  Range range();

  /** The statements inside of it. */
  default List<Statement> parts() {
    return List.of();
  }

  /** It and all statements inside of it. */
  default Stream<Statement> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Statement::all));
  }

  /** What of it, apart from statements inside, is not supported; empty if all is. */
  default Optional<String> unsupported() {
    return Optional.empty();
  }

  /** A statement that tests texts. */
  sealed interface OfText extends Statement {
    /** Which texts. */
    TextMatch text();

    @Override
    default Optional<String> unsupported() {
      FieldToMatch.Kind kind = text().field().kind();
      return kind.isSeen() ? Optional.empty() : Optional.of(kind.word());
    }
  }

  /** Where a string has to stand in a text. */
  enum Constraint {
    EXACTLY,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    CONTAINS_WORD
  }

  /** How sizes are compared. */
  enum Comparison {
    EQ,
    NE,
    LE,
    LT,
    GE,
    GT
  }

  /** How many rules of a namespace, or which label. */
  enum LabelScope {
    LABEL,
    NAMESPACE
  }

  /** What a rate-based statement tells requests apart by. */
  enum Aggregation {
    IP,
    FORWARDED_IP,
    CUSTOM_KEYS,
    CONSTANT
  }

  /**
   * A string in a text.
   *
   * @param base64 whether the string is written so
   */
  record ByteMatch(
      Range range, TextMatch text, Placed<String> search, boolean base64, Constraint constraint)
      implements OfText {}

  /** A regular expression that is found in a text. */
  record RegexMatch(Range range, TextMatch text, Placed<String> expression) implements OfText {}

  /** An expression of a set that is found in a text. */
  record PatternSetMatch(Range range, TextMatch text, Placed<String> set) implements OfText {}

  /** The size of a text. */
  record SizeConstraint(Range range, TextMatch text, Comparison comparison, long size)
      implements OfText {}

  /** An injection of SQL in a text. */
  record SqliMatch(Range range, TextMatch text, boolean sensitive) implements OfText {}

  /** A script in a text. */
  record XssMatch(Range range, TextMatch text) implements OfText {}

  /** An address of a set. */
  record IpSetMatch(Range range, Placed<String> set, Optional<ForwardedIp> forwarded)
      implements Statement {}

  /** A label of an earlier rule. */
  record LabelMatch(Range range, LabelScope scope, Placed<String> key) implements Statement {}

  /** All of some statements. */
  record And(Range range, List<Statement> parts) implements Statement {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** One of some statements. */
  record Or(Range range, List<Statement> parts) implements Statement {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Not a statement. */
  record Not(Range range, Statement part) implements Statement {
    @Override
    public List<Statement> parts() {
      return List.of(part);
    }
  }

  /**
   * More requests of a kind than a limit.
   *
   * @param seconds in how many seconds
   * @param scope which requests are counted; empty for all
   */
  record RateBased(
      Range range,
      Placed<Integer> limit,
      Placed<Integer> seconds,
      Aggregation by,
      List<RateKey> keys,
      Optional<ForwardedIp> forwarded,
      Optional<Statement> scope)
      implements Statement {
    public RateBased {
      keys = List.copyOf(keys);
    }

    @Override
    public Optional<String> unsupported() {
      return keys.stream()
          .map(RateKey::kind)
          .filter(kind -> !kind.isSeen())
          .map(RateKey.Kind::word)
          .findFirst();
    }

    @Override
    public List<Statement> parts() {
      return scope.map(List::of).orElse(List.of());
    }
  }

  /**
   * An action in place of that of a rule of a group.
   *
   * @param rule the rule's name
   */
  record ActionOverride(Placed<String> rule, RuleAction action) {}

  /** The rules of a group. */
  record GroupReference(Range range, Placed<String> group, List<ActionOverride> overrides)
      implements Statement {
    public GroupReference {
      overrides = List.copyOf(overrides);
    }
  }

  /**
   * The rules of a group that the managed service offers.
   *
   * @param version the version that is named
   */
  record ManagedGroup(
      Range range,
      String vendor,
      Placed<String> name,
      Optional<Placed<String>> version,
      List<ActionOverride> overrides,
      Optional<Statement> scope)
      implements Statement {
    public ManagedGroup {
      overrides = List.copyOf(overrides);
    }

    /** The group, if the runtime has it. */
    public Optional<ManagedRuleSet> group() {
      return ManagedRuleSet.of(vendor, name.value());
    }

    @Override
    public Optional<String> unsupported() {
      return group().isPresent()
          ? Optional.empty()
          : Optional.of(
              "the managed group " + (vendor.equals("AWS") ? "" : vendor + "/") + name.value());
    }

    @Override
    public List<Statement> parts() {
      return scope.map(List::of).orElse(List.of());
    }
  }

  /**
   * A statement that asks what a gateway does not know.
   *
   * @param kind its name in templates
   */
  record Unknown(Range range, String kind) implements Statement {
    @Override
    public Optional<String> unsupported() {
      return Optional.of(kind);
    }
  }
}
