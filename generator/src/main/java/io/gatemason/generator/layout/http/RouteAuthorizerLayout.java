package io.gatemason.generator.layout.http;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.model.http.RouteAuthorizer;

/**
 * The class of an authorizer of an HTTP API.
 *
 * @param name its name
 * @param authorizer the authorizer
 * @param withScopes whether a route needs scopes
 * @param withoutScopes whether a route needs none
 */
public record RouteAuthorizerLayout(
    ClassName name, RouteAuthorizer authorizer, boolean withScopes, boolean withoutScopes) {}
