package io.gatemason.runtime.template;

import io.gatemason.runtime.exchange.ContextVariable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template can see of one exchange. Every method is called at most a few times, on demand.
 */
public interface TemplateSource {

  /** The payload as text: the client's in request templates, the integration's in others. */
  String body();

  /**
   * What to throw if the payload starts like JSON but is not.
   *
   * @param detail what is wrong with it
   */
  RuntimeException malformedBody(String detail);

  /** The path parameter, else query parameter, else header of that name; null if there is none. */
  @Nullable String parameter(String name);

  /** Path parameters by name, raw. */
  Map<String, String> pathParameters();

  /** The last value of each query parameter, decoded. */
  Map<String, String> queryParameters();

  /** The last value of each header that templates may see, with the client's spelling. */
  Map<String, String> headers();

  /** The stage variables. */
  Map<String, String> stageVariables();

  /** A context variable; null if it has no value. */
  @Nullable String context(ContextVariable variable);

  /** What the authorizer said, {@code claims} as a nested map; null if none ran. */
  @Nullable Map<String, Object> authorizer();
}
