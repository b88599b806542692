package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Map;

/** What web ACLs and rule groups have in common. */
public sealed interface RuleSet permits WebAcl, RuleGroup {

  /** The name. */
  Placed<String> name();

  /** The rules, in the order of the template. */
  List<Rule> rules();

  /** Bodies of answers, by their keys. */
  Map<String, ResponseBody> bodies();
}
