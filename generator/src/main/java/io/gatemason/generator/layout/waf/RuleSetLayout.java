package io.gatemason.generator.layout.waf;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.model.waf.WebAclLogging;
import java.util.List;
import java.util.Optional;

/**
 * The class of a web ACL or of a rule group.
 *
 * @param type the class
 * @param set what it is of
 * @param rules the rules that it has, in the order in which they are asked
 */
public record RuleSetLayout(ClassName type, RuleSet set, List<RuleLayout> rules) {

  public RuleSetLayout {
    rules = List.copyOf(rules);
  }

  /** What a web ACL writes; empty if it writes nothing. */
  public Optional<WebAclLogging> logging() {
    return set instanceof WebAcl acl ? acl.logging() : Optional.empty();
  }
}
