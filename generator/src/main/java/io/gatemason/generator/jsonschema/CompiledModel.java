package io.gatemason.generator.jsonschema;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;

/**
 * The class of one model, with the public static methods {@code boolean accepts(byte[] body)} and
 * {@code String errors(byte[] body)}.
 *
 * @param model the name of the model
 * @param className the name of the class
 * @param type the class
 */
public record CompiledModel(String model, ClassName className, TypeSpec type) {}
