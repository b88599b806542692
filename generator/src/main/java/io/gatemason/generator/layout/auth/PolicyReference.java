package io.gatemason.generator.layout.auth;

import com.palantir.javapoet.ClassName;

/**
 * The class of an API's policy.
 *
 * @param name its name
 * @param ofStage whether it is made for a stage, because it guards methods by itself
 */
public record PolicyReference(ClassName name, boolean ofStage) {}
