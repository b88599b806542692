package io.gatemason.generator.model.service;

import io.gatemason.generator.source.Placed;

/**
 * A deployment of an API that is not what its document says now. Immutable.
 *
 * @param apiId the API
 * @param logicalId the name by which stages and canaries refer to it
 * @param revision the name of a revision in Git
 */
public record Deployment(String apiId, String logicalId, Placed<String> revision) {}
