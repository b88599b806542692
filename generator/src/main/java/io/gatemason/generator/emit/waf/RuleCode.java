package io.gatemason.generator.emit.waf;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.waf.RuleLayout;
import io.gatemason.generator.layout.waf.RuleSetLayout;
import io.gatemason.generator.layout.waf.WebAclLayouts;
import io.gatemason.generator.model.waf.ResponseBody;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleAction;
import io.gatemason.generator.model.waf.RuleAction.CustomResponse;
import io.gatemason.generator.model.waf.RuleAction.Header;
import io.gatemason.generator.model.waf.RuleSet;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.ActionOverride;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Objects;

/**
 * Prints how rules are made of their statements and actions.
 *
 * @param owner the web ACL or group
 * @param layouts all of them
 */
record RuleCode(RuleSetLayout owner, WebAclLayouts layouts) {

  /** A rule. */
  CodeBlock rule(RuleLayout layout) {
    Rule rule = layout.rule();
    Statement statement = rule.statement().orElseThrow();
    if (statement instanceof Statement.GroupReference reference) {
      RuleSetLayout group = Objects.requireNonNull(layouts.groups().get(reference.group().value()));
      return group(rule, CodeBlock.of("$T.create()", group.type()), reference.overrides());
    }
    if (statement instanceof Statement.ManagedGroup managed) {
      return managed(layout, managed);
    }
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($S, $L, $L)",
                RuntimeTypes.WAF_RULE,
                rule.name().value(),
                condition(layout, statement),
                action(rule.action().orElseThrow(), owner.set()));
    if (!rule.labels().isEmpty()) {
      code.add(".labels($L)", texts(rule.labels().stream().map(Placed::value).toList()));
    }
    return code.build();
  }

  private CodeBlock condition(RuleLayout layout, Statement statement) {
    CodeBlock method = CodeBlock.of("$T::$N", owner.type(), layout.method());
    return statement instanceof Statement.RateBased rate ? RateCode.of(rate, method) : method;
  }

  private CodeBlock managed(RuleLayout layout, Statement.ManagedGroup managed) {
    CodeBlock group =
        CodeBlock.of(
            "$T.$L.create()", RuntimeTypes.MANAGED_RULE_GROUP, managed.group().orElseThrow());
    CodeBlock code = group(layout.rule(), group, managed.overrides());
    return managed.scope().isPresent()
        ? CodeBlock.of("$L.within($T::$N)", code, owner.type(), layout.method())
        : code;
  }

  private CodeBlock group(Rule rule, CodeBlock group, List<ActionOverride> overrides) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.group($S, $L)", RuntimeTypes.WAF_RULE, rule.name().value(), group);
    overrides.forEach(
        each ->
            code.add(".override($S, $L)", each.rule().value(), action(each.action(), owner.set())));
    return code.add(rule.override().orElseThrow().counts() ? ".counting()" : "").build();
  }

  /** An action; one that needs tokens was allowed, and only counts. */
  CodeBlock action(RuleAction action, RuleSet set) {
    CodeBlock.Builder code = CodeBlock.builder().add("$T.", RuntimeTypes.WAF_ACTION);
    switch (action.kind()) {
      case ALLOW -> code.add("allow()");
      case BLOCK ->
          code.add(
              "block($L)",
              action.response().map(response -> response(response, set)).orElse(CodeBlock.of("")));
      case COUNT, CAPTCHA, CHALLENGE, MONETIZE -> code.add("count()");
    }
    for (Header header : action.inserted()) {
      code.add(".insert($S, $S)", header.name().value(), header.value().value());
    }
    return code.build();
  }

  private static CodeBlock response(CustomResponse response, RuleSet set) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of($L)", RuntimeTypes.WAF_RESPONSE, response.code().orElseThrow().value());
    for (Header header : response.headers()) {
      code.add(".header($S, $S)", header.name().value(), header.value().value());
    }
    response
        .bodyKey()
        .ifPresent(
            key -> {
              ResponseBody body = Objects.requireNonNull(set.bodies().get(key.value()));
              code.add(".body($S, $S)", body.type().mediaType(), body.content().value());
            });
    return code.build();
  }

  /** Texts as arguments. */
  static CodeBlock texts(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
  }
}
