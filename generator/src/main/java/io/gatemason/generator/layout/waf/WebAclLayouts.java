package io.gatemason.generator.layout.waf;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.model.waf.WebAcls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The classes of the web ACLs that guard a stage, and of what their rules refer to.
 *
 * @param acls one for each web ACL
 * @param groups one for each rule group that one of them asks, by what refers to it
 * @param all what rules refer to
 */
public record WebAclLayouts(
    List<RuleSetLayout> acls, Map<String, RuleSetLayout> groups, WebAcls all) {

  public WebAclLayouts {
    acls = List.copyOf(acls);
    groups = Map.copyOf(groups);
  }

  /** Those of a service. */
  public static WebAclLayouts of(String packageName, Service service) {
    WebAcls all = service.webAcls();
    Set<String> types = new HashSet<>();
    List<RuleSetLayout> acls = new ArrayList<>();
    Map<String, RuleSetLayout> groups = new LinkedHashMap<>();
    all.guarding().stream()
        .sorted(Comparator.comparing(acl -> acl.name().value()))
        .forEach(acl -> acls.add(layout(packageName, "WebAcl", acl, types)));
    new TreeMap<>(all.groups())
        .forEach(
            (id, group) -> {
              if (acls.stream().anyMatch(acl -> asks(acl, id))) {
                groups.put(id, layout(packageName, "RuleGroup", group, types));
              }
            });
    return new WebAclLayouts(acls, groups, all);
  }

  /** The classes of web ACLs by the stages of an API that they guard. */
  public Map<String, RuleSetLayout> ofStages(String apiId) {
    Map<String, RuleSetLayout> byStage = new TreeMap<>();
    for (RuleSetLayout layout : acls) {
      ((WebAcl) layout.set())
          .stages().stream()
              .filter(stage -> stage.apiId().equals(apiId))
              .forEach(stage -> byStage.put(stage.stage(), layout));
    }
    return byStage;
  }

  private static boolean asks(RuleSetLayout acl, String group) {
    return acl.rules().stream()
        .flatMap(layout -> layout.rule().statement().stream())
        .anyMatch(
            statement ->
                statement instanceof Statement.GroupReference reference
                    && reference.group().value().equals(group));
  }

  private static RuleSetLayout layout(
      String packageName, String suffix, RuleSet set, Set<String> types) {
    String name = set.name().value();
    String type = unique(Names.type(name) + suffix, name, types);
    Set<String> methods = new HashSet<>(Set.of("create", "log"));
    List<RuleLayout> rules =
        set.rules().stream()
            .filter(rule -> rule.statement().isPresent() && isSupported(rule))
            .sorted(Comparator.comparing(rule -> rule.priority().value()))
            .map(rule -> new RuleLayout(rule, method(rule.name().value(), methods)))
            .toList();
    return new RuleSetLayout(ClassName.get(packageName, type), set, rules);
  }

  /** What is not supported was allowed, so that the rule is left out. */
  private static boolean isSupported(Rule rule) {
    return rule.statement().stream()
        .flatMap(Statement::all)
        .allMatch(statement -> statement.unsupported().isEmpty());
  }

  private static String method(String rule, Set<String> taken) {
    String type = Names.type(rule);
    return unique(type.isEmpty() ? "rule" : Names.member(type), rule, taken);
  }

  private static String unique(String name, String text, Set<String> taken) {
    String unique = taken.add(name) ? name : name + Names.fingerprint(text);
    taken.add(unique);
    return unique;
  }
}
