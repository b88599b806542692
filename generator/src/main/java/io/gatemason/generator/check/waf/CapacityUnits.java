package io.gatemason.generator.check.waf;

import io.gatemason.generator.model.waf.FieldToMatch;
import io.gatemason.generator.model.waf.FieldToMatch.Kind;
import io.gatemason.generator.model.waf.FieldToMatch.Selection;
import io.gatemason.generator.model.waf.ForwardedIp;
import io.gatemason.generator.model.waf.ManagedRuleSet;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleGroup;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.TextMatch;
import io.gatemason.generator.source.Placed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many capacity units rules take, by the figures that the service publishes. What is made of
 * one part of a request is counted once, as the service may do; so it asks for as many at least.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html">Web
 *     ACL capacity units</a>
 */
final class CapacityUnits {
  private static final int TRANSFORMATION = 10;
  private static final int ALL_ARGUMENTS = 10;
  private static final int ANY_ADDRESS = 4;
  private static final int LABELS_OF_A_UNIT = 5;

  private final Map<String, RuleGroup> groups;
  private final Set<List<Object>> made = new HashSet<>();

  private CapacityUnits(Map<String, RuleGroup> groups) {
    this.groups = groups;
  }

  /**
   * The units of the rules of a web ACL or a group.
   *
   * @param groups the groups that the template declares, by what refers to them
   */
  static int of(RuleSet set, Map<String, RuleGroup> groups) {
    CapacityUnits units = new CapacityUnits(groups);
    return set.rules().stream().mapToInt(units::of).sum();
  }

  private int of(Rule rule) {
    int labels = (rule.labels().size() + LABELS_OF_A_UNIT - 1) / LABELS_OF_A_UNIT;
    return labels + rule.statement().stream().flatMap(Statement::all).mapToInt(this::of).sum();
  }

  /** Without the statements inside. */
  private int of(Statement statement) {
    if (statement instanceof Statement.OfText text) {
      return ofText(text);
    }
    if (statement instanceof Statement.IpSetMatch set) {
      boolean any =
          set.forwarded().filter(ip -> ip.position() == ForwardedIp.Position.ANY).isPresent();
      return any ? 1 + ANY_ADDRESS : 1;
    }
    if (statement instanceof Statement.RateBased) {
      return 2;
    }
    if (statement instanceof Statement.ManagedGroup managed) {
      return managed.group().map(ManagedRuleSet::capacity).orElse(0);
    }
    if (statement instanceof Statement.GroupReference own) {
      return Optional.ofNullable(groups.get(own.group().value()))
          .flatMap(RuleGroup::capacity)
          .map(Placed::value)
          .orElse(0);
    }
    return statement instanceof Statement.LabelMatch || statement instanceof Statement.Unknown
        ? 1
        : 0;
  }

  private int ofText(Statement.OfText statement) {
    TextMatch text = statement.text();
    Kind kind = text.field().kind();
    int base = base(statement) * (kind == Kind.JSON_BODY ? 2 : 1);
    int units = base + (kind == Kind.ALL_QUERY_ARGUMENTS ? ALL_ARGUMENTS : 0);
    List<String> chain = text.transformations().stream().map(Placed::value).toList();
    for (int i = 1; i <= chain.size(); i++) {
      boolean nothing = chain.get(i - 1).equals("NONE");
      if (!nothing && made.add(List.of(part(text.field()), chain.subList(0, i)))) {
        units += TRANSFORMATION;
      }
    }
    return units;
  }

  private static int base(Statement.OfText statement) {
    if (statement instanceof Statement.ByteMatch bytes) {
      return switch (bytes.constraint()) {
        case EXACTLY, STARTS_WITH, ENDS_WITH -> 2;
        case CONTAINS, CONTAINS_WORD -> 10;
      };
    }
    if (statement instanceof Statement.SqliMatch sql) {
      return sql.sensitive() ? 30 : 20;
    }
    if (statement instanceof Statement.XssMatch) {
      return 40;
    }
    if (statement instanceof Statement.PatternSetMatch) {
      return 25;
    }
    return statement instanceof Statement.RegexMatch ? 3 : 1;
  }

  /** A part of a request, wherever it is written. */
  private static List<Object> part(FieldToMatch field) {
    return List.of(
        field.kind(),
        field.name(),
        field.scope(),
        field.selection().map(Selection::excluded).orElse(false),
        field.selection().stream()
            .flatMap(selection -> selection.names().stream())
            .map(Placed::value)
            .toList());
  }
}
