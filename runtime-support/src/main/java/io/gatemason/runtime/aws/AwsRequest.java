package io.gatemason.runtime.aws;

import io.gatemason.runtime.payload.Payload;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as its signature sees it.
 *
 * @param method the verb
 * @param baseUrl {@code scheme://host[:port]}
 * @param target path and query as they are sent
 * @param headers the headers that it covers, without Host
 * @param body the body; null if it is streamed and therefore not covered by the signature, which
 *     only S3 accepts, and only over TLS
 */
public record AwsRequest(
    String method,
    String baseUrl,
    String target,
    Map<String, List<String>> headers,
    @Nullable Payload body) {}
