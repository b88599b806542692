package io.gatemason.generator.layout.waf;

import io.gatemason.generator.model.waf.Rule;

/**
 * A rule of a web ACL or group.
 *
 * @param rule the rule
 * @param method the Java method of its statement, or of what narrows a limit or group
 */
public record RuleLayout(Rule rule, String method) {}
