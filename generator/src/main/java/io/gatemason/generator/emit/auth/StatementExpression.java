package io.gatemason.generator.emit.auth;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.auth.StatementLayout;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.policy.PolicyStatement;
import io.gatemason.generator.model.policy.PolicyStatement.Account;
import io.gatemason.generator.model.policy.PolicyStatement.Condition;
import io.gatemason.generator.model.policy.PolicyStatement.Named;
import io.gatemason.generator.model.policy.PolicyStatement.Principal;
import io.gatemason.generator.model.policy.PolicyStatement.Principals;
import io.gatemason.generator.model.policy.PolicyStatement.Role;
import java.util.ArrayList;
import java.util.List;

/** Whether a statement speaks of a call, as a Java condition. */
record StatementExpression(ClassMembers members, boolean variables, StatementLayout layout) {

  CodeBlock expression() {
    PolicyStatement statement = layout.statement();
    List<CodeBlock> terms = new ArrayList<>();
    if (statement.invokes() != statement.invalidates()) {
      terms.add(CodeBlock.of(statement.invokes() ? "call.invokes()" : "call.invalidates()"));
    }
    principals(statement, terms);
    if (!layout.resources().isEmpty()) {
      String constant =
          members.constant(
              RuntimeTypes.RESOURCE_PATTERN,
              constant("RESOURCES"),
              made(RuntimeTypes.RESOURCE_PATTERN, texts(layout.resources())));
      terms.add(CodeBlock.of("$L$N.fits(call)", statement.notResources() ? "!" : "", constant));
    }
    for (Condition condition : statement.conditions()) {
      List<String> words = new ArrayList<>(List.of(condition.operator(), condition.key()));
      words.addAll(condition.values());
      String constant =
          members.constant(
              RuntimeTypes.CONDITION,
              constant(Names.constant(condition.key().replaceFirst("^aws:", ""))),
              made(RuntimeTypes.CONDITION, texts(words)));
      terms.add(CodeBlock.of("$N.holds(call)", constant));
    }
    return terms.isEmpty()
        ? CodeBlock.of("true")
        : terms.stream().collect(CodeBlock.joining(" && "));
  }

  private static void principals(PolicyStatement statement, List<CodeBlock> terms) {
    Principals principals = statement.principals();
    if (principals.everybody()) {
      if (principals.not()) {
        terms.add(CodeBlock.of("false"));
      }
      return;
    }
    List<Principal> some =
        statement.denies() && principals.not() ? principals.spared() : principals.some();
    if (some.isEmpty()) {
      if (!principals.not()) {
        terms.add(CodeBlock.of("false"));
      }
      return;
    }
    CodeBlock any =
        some.stream().map(StatementExpression::principal).collect(CodeBlock.joining(" || "));
    if (principals.not()) {
      terms.add(CodeBlock.of("!($L)", any));
    } else {
      terms.add(some.size() == 1 ? any : CodeBlock.of("($L)", any));
    }
  }

  private static CodeBlock principal(Principal principal) {
    if (principal instanceof Account account) {
      return CodeBlock.of("call.caller().isOf($S)", account.id());
    }
    if (principal instanceof Role role) {
      return CodeBlock.of("call.caller().isSessionOf($S, $S)", role.account(), role.name());
    }
    return CodeBlock.of("call.caller().is($S)", ((Named) principal).arn());
  }

  private CodeBlock made(com.palantir.javapoet.ClassName type, CodeBlock arguments) {
    return CodeBlock.of("$T.$L($L)", type, variables ? "of" : "withoutVariables", arguments);
  }

  private static CodeBlock texts(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
  }

  private String constant(String word) {
    String method = layout.method().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    return Names.constant(method) + "_" + word;
  }
}
