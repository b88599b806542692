package io.gatemason.runtime.function.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the authorizer of a route says in events of version 2.0
 * (docs/behaviour/http-api.md#authorizers); left in the context of the call.
 *
 * @param kind the member that it stands in: {@code jwt}, {@code lambda} or {@code iam}
 * @param content its members: texts, numbers, truth values, null, maps and lists; null for nothing
 */
public record EventAuthorizer(String kind, @Nullable Map<String, @Nullable Object> content) {}
