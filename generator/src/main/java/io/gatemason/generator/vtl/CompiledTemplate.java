package io.gatemason.generator.vtl;

import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import java.util.Set;

/** What became of a mapping template: a constant text or a class. Immutable. */
public final class CompiledTemplate {

  /** What a template needs of an exchange. */
  public enum Feature {
    /** The payload as text or as JSON. */
    BODY,
    /** The overrides of the integration request or method response, to read or to write. */
    OVERRIDES
  }

  private final Optional<String> constantText;
  private final Optional<TypeSpec> type;
  private final Set<Feature> features;

  private CompiledTemplate(
      Optional<String> constantText, Optional<TypeSpec> type, Set<Feature> features) {
    this.constantText = constantText;
    this.type = type;
    this.features = Set.copyOf(features);
  }

  static CompiledTemplate constant(String text) {
    return new CompiledTemplate(Optional.of(text), Optional.empty(), Set.of());
  }

  static CompiledTemplate of(TypeSpec type, Set<Feature> features) {
    return new CompiledTemplate(Optional.empty(), Optional.of(type), features);
  }

  /** The text that the template always gives; empty if it depends on something. */
  public Optional<String> constantText() {
    return constantText;
  }

  /**
   * A public final class with {@code public static String render(TemplateInput input)}; empty if
   * the template is constant.
   */
  public Optional<TypeSpec> type() {
    return type;
  }

  /** What the class needs. */
  public Set<Feature> features() {
    return features;
  }
}
