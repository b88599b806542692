package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.Identities;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What settings say about authorization.
 *
 * @param region the region that ARNs of calls name and signatures have to be for
 * @param identities who signs with which key
 * @param explainsSignatures whether clients are told the text that they should have signed
 * @param timeoutMillis how long an authorizer function may take
 * @param resultBytes what kept results of authorizer functions may weigh
 * @param clockSkew by how much the clocks of token issuers may differ
 * @param userPoolEndpoint where user pools are reached instead of their public host, "" if nowhere;
 *     asked if there are any
 */
public record AuthOptions(
    String region,
    Identities identities,
    boolean explainsSignatures,
    int timeoutMillis,
    long resultBytes,
    Duration clockSkew,
    Supplier<String> userPoolEndpoint) {}
