package io.gatemason.generator.layout.auth;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.model.Authorizer;
import java.util.Optional;

/**
 * The class of an authorizer.
 *
 * @param name its name
 * @param authorizer the authorizer
 * @param policy the class of the API's policy, which is judged together with it
 * @param withScopes whether a method needs scopes
 * @param withoutScopes whether a method needs none
 */
public record AuthorizerLayout(
    ClassName name,
    Authorizer authorizer,
    Optional<PolicyReference> policy,
    boolean withScopes,
    boolean withoutScopes) {}
