package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.rest.RestApi;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What an authorizer is told must mean something (docs/behaviour/authorization.md#declaration). */
public final class AuthorizerSettings implements Check<RestApi> {
  private static final Pattern POOL =
      Pattern.compile("arn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:\\d{12}:userpool/[\\w-]+");
  private static final String CONTEXT = "context.";

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    for (Authorizer authorizer : api.authorizers().values()) {
      expression(authorizer, diagnostics);
      authorizer.providerArns().forEach(arn -> pool(arn, diagnostics));
      if (authorizer.kind() == Authorizer.Kind.COGNITO_USER_POOLS
          && authorizer.providerArns().isEmpty()) {
        diagnostics.report(
            AuthorizationCodes.GM3304,
            authorizer.range(),
            "authorizer \""
                + authorizer.name()
                + "\" has no user pool, so that it lets nobody pass",
            "write providerARNs");
      }
      if (authorizer.kind() == Authorizer.Kind.REQUEST) {
        sources(authorizer, diagnostics);
      }
    }
  }

  private static void expression(Authorizer authorizer, Diagnostics diagnostics) {
    authorizer
        .identityValidationExpression()
        .ifPresent(
            expression -> {
              try {
                Pattern.compile(expression);
              } catch (PatternSyntaxException | StackOverflowError e) {
                diagnostics.report(
                    AuthorizationCodes.GM3303,
                    authorizer.range(),
                    "the validation expression of \""
                        + authorizer.name()
                        + "\" is no regular expression",
                    "write an expression that the whole token has to match");
              }
            });
  }

  private static void pool(MappingText arn, Diagnostics diagnostics) {
    boolean literal =
        arn.pieces().size() == 1 && arn.pieces().get(0) instanceof MappingText.Literal;
    if (literal && !POOL.matcher(((MappingText.Literal) arn.pieces().get(0)).text()).matches()) {
      diagnostics.report(
          AuthorizationCodes.GM3304,
          arn.range(),
          "this is no ARN of a user pool",
          "write arn:aws:cognito-idp:{region}:{account}:userpool/{pool id}");
    }
  }

  private static void sources(Authorizer authorizer, Diagnostics diagnostics) {
    for (String source : authorizer.identitySources()) {
      if (source.startsWith(CONTEXT)
          && !ContextNames.inTemplates().contains(source.substring(CONTEXT.length()))) {
        diagnostics.report(
            AuthorizationCodes.GM3305,
            authorizer.range(),
            "\"" + source + "\" has no value when an authorizer is asked",
            "name a context variable of the request, such as context.identity.sourceIp");
      }
    }
    if (authorizer.identitySources().isEmpty() && authorizer.resultTtlSeconds() > 0) {
      diagnostics.report(
          AuthorizationCodes.GM3306,
          authorizer.range(),
          "results of \""
              + authorizer.name()
              + "\" are kept for "
              + authorizer.resultTtlSeconds()
              + " s, but no identity source tells callers apart",
          "add identitySource, or write authorizerResultTtlInSeconds: 0");
    }
  }
}
