package io.gatemason.generator.read.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URI of an {@code aws} or {@code aws_proxy} integration: {@code
 * arn:aws:apigateway:{region}:{service}:path/…} or {@code …:action/…}
 * (docs/behaviour/integrations.md#uri).
 *
 * @param function the function's ARN or name where the URI is a Lambda invocation; empty otherwise
 * @param streaming whether the URI asks for a streamed answer
 */
public record InvocationArn(String function, boolean streaming) {
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]*:apigateway:[^:]*:[^:]+:(?:path|action)/.*", Pattern.DOTALL);
  private static final Pattern FUNCTION =
      Pattern.compile(
          "[^:]+:[^:]*:apigateway:[^:]*:lambda:path/+(?:2015-03-31|2021-11-15)/functions/(.+)/"
              + "(invocations|response-streaming-invocations)/?");

  private static final Pattern WITHOUT_ACCOUNT =
      Pattern.compile("arn:[^:]*:lambda:[^:]*::?function:(.+)");

  /** Reads a URI; empty where it is no such ARN. */
  public static Optional<InvocationArn> of(String uri) {
    if (!ARN.matcher(uri).matches()) {
      return Optional.empty();
    }
    Matcher function = FUNCTION.matcher(uri);
    return Optional.of(
        function.matches()
            ? new InvocationArn(function.group(1), !function.group(2).equals("invocations"))
            : new InvocationArn("", false));
  }

  /** Whether a function's ARN leaves out the account. */
  public boolean lacksAccount() {
    return WITHOUT_ACCOUNT.matcher(function).matches();
  }

  /** The function's ARN or name; the name, and what follows it, where the ARN has no account. */
  public String functionName() {
    Matcher arn = WITHOUT_ACCOUNT.matcher(function);
    return arn.matches() ? arn.group(1) : function;
  }

  /** Whether a Lambda function is invoked. */
  public boolean invokesFunction() {
    return !function.isEmpty();
  }
}
