package io.gatemason.templates.view;

/**
 * One function that an API calls.
 *
 * @param name its name
 * @param runtime its Lambda runtime
 * @param code the folder of its code, relative to its template; empty text where none is named
 */
public record FunctionView(String name, String runtime, String code) {}
