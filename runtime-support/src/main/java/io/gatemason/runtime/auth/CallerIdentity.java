package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tells the callers of a Lambda authorizer apart, and what the function is told of them. */
interface CallerIdentity {

  /** A text that is the same for the same caller only; null if the function is not to be asked. */
  @Nullable String key(Exchange exchange);

  /** The function's event, JSON in UTF-8. */
  byte[] event(Exchange exchange, String methodArn);

  /** What the caller has shown, value by value, for execution logs, where it is masked. */
  List<String> shown(Exchange exchange);

  /** The same, of callers whose token an expression matches as a whole. */
  CallerIdentity validatedBy(String expression);
}
