package io.gatemason.generator.layout.auth;

import io.gatemason.generator.model.policy.PolicyStatement;
import java.util.List;

/**
 * A statement of a policy as a Java method.
 *
 * @param method the Java method's name, different from all others of the class
 * @param statement the statement
 * @param resources its resources as the runtime compares them; none where every call fits
 */
public record StatementLayout(String method, PolicyStatement statement, List<String> resources) {}
