package io.gatemason.generator.emit.waf;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.waf.ForwardedIp;
import io.gatemason.generator.model.waf.IpSet;
import io.gatemason.generator.model.waf.PatternSet;
import io.gatemason.generator.model.waf.RegexSyntax;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.Statement.ByteMatch;
import io.gatemason.generator.model.waf.Statement.IpSetMatch;
import io.gatemason.generator.model.waf.Statement.LabelMatch;
import io.gatemason.generator.model.waf.Statement.LabelScope;
import io.gatemason.generator.model.waf.WebAcls;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Objects;

/** Prints a statement as a condition. */
final class StatementExpression {
  private static final int MOST_ARGUMENTS = 50;

  private final String rule;
  private final ClassMembers members;
  private final WebAcls all;
  private final FieldExpression fields;

  /**
   * Prints the statements of a rule.
   *
   * @param all what statements refer to
   */
  StatementExpression(String rule, ClassMembers members, WebAcls all) {
    this.rule = rule;
    this.members = members;
    this.all = all;
    this.fields = new FieldExpression(rule, members);
  }

  CodeBlock of(Statement statement) {
    return of(statement, false);
  }

  /** A statement; where it is negated, what a request does not tell must not make it false. */
  private CodeBlock of(Statement statement, boolean negated) {
    if (statement instanceof Statement.And and) {
      return joined(and.parts(), " && ", negated);
    }
    if (statement instanceof Statement.Or or) {
      return joined(or.parts(), " || ", negated);
    }
    if (statement instanceof Statement.Not not) {
      return CodeBlock.of("!$L", part(not.part(), !negated));
    }
    if (statement instanceof Statement.OfText text) {
      return CodeBlock.of("$L.$L", fields.of(text.text()), test(text));
    }
    if (statement instanceof IpSetMatch match) {
      return addresses(match, negated);
    }
    if (statement instanceof LabelMatch match) {
      boolean label = match.scope() == LabelScope.LABEL;
      return CodeBlock.of(
          "request.$L($S)", label ? "hasLabel" : "hasNamespace", match.key().value());
    }
    throw new IllegalArgumentException("no condition: " + statement);
  }

  private CodeBlock joined(List<Statement> parts, String operator, boolean negated) {
    return parts.size() == 1
        ? of(parts.get(0), negated)
        : parts.stream().map(each -> part(each, negated)).collect(CodeBlock.joining(operator));
  }

  private CodeBlock part(Statement statement, boolean negated) {
    boolean joins = statement instanceof Statement.And || statement instanceof Statement.Or;
    CodeBlock code = of(statement, negated);
    return joins && statement.parts().size() > 1 ? CodeBlock.of("($L)", code) : code;
  }

  private CodeBlock test(Statement.OfText statement) {
    if (statement instanceof ByteMatch match) {
      return CodeBlock.of("$L($N)", test(match.constraint()), search(match));
    }
    if (statement instanceof Statement.RegexMatch match) {
      return CodeBlock.of(
          "contains($N)", patterns(Names.constant(rule) + "_PATTERN", List.of(match.expression())));
    }
    if (statement instanceof Statement.PatternSetMatch match) {
      PatternSet set = Objects.requireNonNull(all.patternSets().get(match.set().value()));
      return CodeBlock.of(
          "contains($N)", patterns(Names.constant(set.name().value()), set.expressions()));
    }
    if (statement instanceof Statement.SizeConstraint size) {
      return CodeBlock.of(
          size.size() > Integer.MAX_VALUE ? "size($T.$L, $LL)" : "size($T.$L, $L)",
          RuntimeTypes.SIZE_COMPARISON,
          size.comparison(),
          size.size());
    }
    if (statement instanceof Statement.SqliMatch match) {
      return CodeBlock.of("hasSqlInjection($L)", match.sensitive());
    }
    if (statement instanceof Statement.XssMatch) {
      return CodeBlock.of("hasScript()");
    }
    throw new IllegalArgumentException("no test: " + statement);
  }

  private static String test(Statement.Constraint constraint) {
    return switch (constraint) {
      case EXACTLY -> "is";
      case STARTS_WITH -> "startsWith";
      case ENDS_WITH -> "endsWith";
      case CONTAINS -> "contains";
      case CONTAINS_WORD -> "containsWord";
    };
  }

  private String search(ByteMatch match) {
    String text = match.search().value();
    return members.constant(
        RuntimeTypes.SEARCH_STRING,
        match.base64() ? Names.constant(rule) + "_BYTES" : Names.constant(text),
        CodeBlock.of(
            match.base64() ? "$T.ofBase64($S)" : "$T.of($S)", RuntimeTypes.SEARCH_STRING, text));
  }

  private String patterns(String name, List<Placed<String>> expressions) {
    return members.constant(
        RuntimeTypes.WAF_PATTERNS,
        name,
        CodeBlock.of(
            "$T.of($L)",
            RuntimeTypes.WAF_PATTERNS,
            RuleCode.texts(
                expressions.stream().map(each -> RegexSyntax.of(each.value()).java()).toList())));
  }

  private CodeBlock addresses(IpSetMatch match, boolean negated) {
    IpSet set = Objects.requireNonNull(all.ipSets().get(match.set().value()));
    List<String> blocks = set.addresses().stream().map(Placed::value).toList();
    String constant =
        members.constant(
            RuntimeTypes.ADDRESS_SET,
            Names.constant(set.name().value()),
            CodeBlock.of(
                "$T.of($L)",
                RuntimeTypes.ADDRESS_SET,
                blocks.size() > MOST_ARGUMENTS
                    ? CodeBlock.of("$S", String.join("\n", blocks))
                    : RuleCode.texts(blocks)));
    return match
        .forwarded()
        .map(
            header ->
                CodeBlock.of(
                    "$N.$L($L)", constant, negated ? "mayCover" : "covers", forwarded(header)))
        .orElseGet(() -> CodeBlock.of("$N.covers(request.address())", constant));
  }

  private static CodeBlock forwarded(ForwardedIp header) {
    return CodeBlock.of(
        "request.forwarded($S, $T.$L, $T.$L)",
        header.header(),
        RuntimeTypes.ADDRESSES.nestedClass("Position"),
        header.position(),
        RuntimeTypes.WAF_FALLBACK,
        header.match() ? "MATCH" : "NO_MATCH");
  }
}
