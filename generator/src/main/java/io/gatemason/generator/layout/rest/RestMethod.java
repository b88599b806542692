package io.gatemason.generator.layout.rest;

import io.gatemason.generator.layout.integration.CallLayouts;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;
import java.util.List;

/**
 * What is known about a method when its steps are decided.
 *
 * @param api its API
 * @param method the method
 * @param className the simple name of its class, after which others are named
 * @param missing what it needs that is not generated yet, in words; empty for a method that works
 * @param authorization the classes that say who may call
 * @param schemas the compiled payload models of the API
 * @param calls decides how integrations are called
 */
record RestMethod(
    ApiOfMethods api,
    Method method,
    String className,
    List<String> missing,
    AuthorizationLayouts authorization,
    SchemaLayouts schemas,
    CallLayouts calls) {}
