package io.gatemason.generator.layout.integration;

/** Where a method's integration sends its requests. */
public sealed interface IntegrationTarget permits HttpTarget, FunctionTarget, ServiceTarget {}
