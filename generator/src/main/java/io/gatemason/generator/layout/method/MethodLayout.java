package io.gatemason.generator.layout.method;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.integration.CallLayout;
import io.gatemason.generator.model.rest.Method;
import java.util.Optional;

/**
 * The class of one method.
 *
 * @param method what it stands for
 * @param name the class
 * @param validation what is validated first; empty for nothing
 * @param call how it is answered
 */
public record MethodLayout(
    Method method, ClassName name, Optional<ValidationLayout> validation, CallLayout call) {}
