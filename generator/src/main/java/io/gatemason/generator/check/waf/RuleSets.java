package io.gatemason.generator.check.waf;

import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleAction;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.model.waf.WebAcls;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules of web ACLs and groups look at. */
final class RuleSets {
  private RuleSets() {}

  /** Web ACLs, and groups in the order of their places. */
  static List<RuleSet> all(Service service) {
    return Stream.<RuleSet>concat(
            service.webAcls().acls().stream(),
            service.webAcls().groups().values().stream()
                .sorted(Comparator.comparing(group -> group.range().toString())))
        .toList();
  }

  /** All rules. */
  static Stream<Rule> rules(Service service) {
    return all(service).stream().flatMap(set -> set.rules().stream());
  }

  /** The rules of web ACLs that guard a stage, and those of the groups that they ask. */
  static Stream<Rule> rulesInUse(Service service) {
    WebAcls all = service.webAcls();
    List<Rule> own = all.guarding().stream().flatMap(acl -> acl.rules().stream()).toList();
    Stream<Rule> ofGroups =
        own.stream()
            .flatMap(rule -> rule.statement().stream())
            .filter(Statement.GroupReference.class::isInstance)
            .map(statement -> ((Statement.GroupReference) statement).group().value())
            .distinct()
            .flatMap(group -> Optional.ofNullable(all.groups().get(group)).stream())
            .flatMap(group -> group.rules().stream());
    return Stream.concat(own.stream(), ofGroups);
  }

  /** All statements, those inside of others too. */
  static Stream<Statement> statements(Service service) {
    return rules(service).flatMap(rule -> rule.statement().stream()).flatMap(Statement::all);
  }

  /** All statements of a kind. */
  static <S extends Statement> Stream<S> statements(Service service, Class<S> kind) {
    return statements(service).filter(kind::isInstance).map(kind::cast);
  }

  /** The actions of a web ACL or a group, in place of others' too. */
  static Stream<RuleAction> actions(RuleSet set) {
    Stream<RuleAction> byDefault =
        set instanceof WebAcl acl ? acl.defaultAction().stream() : Stream.empty();
    return Stream.concat(
        byDefault,
        set.rules().stream()
            .flatMap(rule -> Stream.concat(rule.action().stream(), overriding(rule))));
  }

  /** The actions in place of those of a group's rules. */
  static Stream<RuleAction> overriding(Rule rule) {
    return rule.statement().stream()
        .flatMap(
            statement ->
                statement instanceof Statement.GroupReference own
                    ? own.overrides().stream()
                    : statement instanceof Statement.ManagedGroup managed
                        ? managed.overrides().stream()
                        : Stream.empty())
        .map(Statement.ActionOverride::action);
  }

  /** Whether a rule asks those of a group. */
  static boolean asksGroup(Rule rule) {
    return rule.statement()
        .filter(
            each ->
                each instanceof Statement.GroupReference || each instanceof Statement.ManagedGroup)
        .isPresent();
  }
}
