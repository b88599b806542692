package io.gatemason.generator.model.service;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/**
 * What a base path of a domain leads to. Immutable.
 *
 * @param range the mapping's resource
 * @param basePath without slashes around it; empty text for the root
 * @param apiId the API's id in the service
 * @param stage the stage's name; empty where the next segment of the path names it
 */
public record ApiMapping(
    Range range, Placed<String> basePath, String apiId, Optional<Placed<String>> stage) {}
