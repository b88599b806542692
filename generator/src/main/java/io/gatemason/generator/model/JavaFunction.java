package io.gatemason.generator.model;

/**
 * A function that runs in the gateway's own process.
 *
 * @param definition what is declared of it
 * @param handler the method that its invocations are handed to
 */
public record JavaFunction(FunctionDefinition definition, HandlerSignature handler) {}
