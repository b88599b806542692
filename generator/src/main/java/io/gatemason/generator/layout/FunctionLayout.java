package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.model.JavaFunction;

/**
 * The class that calls the handler of a function.
 *
 * @param function the function
 * @param name the class
 */
public record FunctionLayout(JavaFunction function, ClassName name) {}
