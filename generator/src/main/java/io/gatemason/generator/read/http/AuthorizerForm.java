package io.gatemason.generator.read.http;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * What an authorizer says, wherever it is written: a document's extension or a template's resource.
 *
 * @param name by which routes ask for it
 * @param range where it is written
 * @param type {@code jwt} or {@code request}
 * @param identitySources expressions
 * @param issuer of tokens
 * @param discovery the address of a discovery document
 * @param audience what tokens must be for
 * @param function the invocation ARN
 * @param credentials a role
 * @param payloadFormat {@code 1.0} or {@code 2.0}
 * @param simpleResponses whether the function answers with {@code isAuthorized}
 * @param resultTtlSeconds 0 to 3600
 */
record AuthorizerForm(
    String name,
    Range range,
    Optional<ScalarNode> type,
    List<ScalarNode> identitySources,
    Optional<ScalarNode> issuer,
    Optional<ScalarNode> discovery,
    List<ScalarNode> audience,
    Optional<ScalarNode> function,
    Optional<ScalarNode> credentials,
    Optional<ScalarNode> payloadFormat,
    boolean simpleResponses,
    Optional<ScalarNode> resultTtlSeconds) {}
