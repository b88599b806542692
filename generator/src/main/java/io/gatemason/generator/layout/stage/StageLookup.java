package io.gatemason.generator.layout.stage;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * An object that a method's class looks up in its stage, once, and keeps in a field: {@code
 * this.throttle = stage.throttle(INFO)}.
 *
 * @param type the object's class
 * @param field the field, the same for all steps that share the object
 * @param accessor what the stage is asked
 * @param ofMethod whether the stage is told the method, {@code INFO}
 * @param words what else the stage is told; printed as literals
 */
public record StageLookup(
    ClassName type, String field, String accessor, boolean ofMethod, List<String> words) {

  public StageLookup {
    words = List.copyOf(words);
  }

  /** An object that methods share, looked up by the name of its field. */
  public static StageLookup shared(ClassName type, String field) {
    return new StageLookup(type, field, field, false, List.of());
  }

  /** An object for one method, looked up by the name of its field. */
  public static StageLookup ofMethod(ClassName type, String field, String... words) {
    return new StageLookup(type, field, field, true, List.of(words));
  }

  /** The same, but looked up by another name than that of the field. */
  public StageLookup by(String otherAccessor) {
    return new StageLookup(type, field, otherAccessor, ofMethod, words);
  }
}
