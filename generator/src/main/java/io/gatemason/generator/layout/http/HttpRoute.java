package io.gatemason.generator.layout.http;

import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.Route;

/**
 * What is known about a route when its steps are decided.
 *
 * @param api its API
 * @param route the route
 * @param authorizations the classes that say who may call
 */
record HttpRoute(HttpApi api, Route route, RouteAuthorizations authorizations) {}
