package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.stage.StagePath;

/**
 * What the server knows of a request when it has found the API and before it has found the method.
 *
 * @param api the API and its stage
 * @param path the request path in its canonical form, all of it
 * @param stagePath how the path names the stage
 * @param route verb and path below the stage
 * @param ids the identifiers of the request
 * @param limits the limits in force
 * @param epochMillis when the request arrived, in milliseconds since 1970
 * @param proxies whose word about clients counts
 */
public record Arrival(
    ApiInfo api,
    String path,
    StagePath stagePath,
    Route route,
    RequestIds ids,
    Limits limits,
    long epochMillis,
    TrustedProxies proxies) {}
