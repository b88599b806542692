package io.gatemason.generator.layout.integration;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.source.Range;

/**
 * The class of a mapping template.
 *
 * @param name the class
 * @param description what it renders, in words
 * @param type its code
 * @param range the script
 */
public record TemplateLayout(ClassName name, String description, TypeSpec type, Range range) {}
