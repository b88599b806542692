package io.gatemason.generator.layout.auth;

import io.gatemason.generator.model.policy.ResourcePolicy;
import java.util.List;

/**
 * The class of an API's policy.
 *
 * @param reference its name
 * @param policy the policy
 * @param statements those that speak of calls of methods, in document order
 */
public record PolicyLayout(
    PolicyReference reference, ResourcePolicy policy, List<StatementLayout> statements) {}
