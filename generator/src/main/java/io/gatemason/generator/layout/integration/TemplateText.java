package io.gatemason.generator.layout.integration;

import com.palantir.javapoet.ClassName;

/** What a mapping template comes to. */
public sealed interface TemplateText {

  /**
   * The same text for every request.
   *
   * @param text the rendered template
   */
  record Constant(String text) implements TemplateText {}

  /**
   * A class that renders it.
   *
   * @param name the class
   * @param overrides whether it reads or writes overrides
   */
  record Compiled(ClassName name, boolean overrides) implements TemplateText {}
}
