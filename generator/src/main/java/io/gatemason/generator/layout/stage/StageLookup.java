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
 * @param origin who makes the object
 * @param words what else the stage is told; printed as literals
 */
public record StageLookup(
    ClassName type, String field, String accessor, Origin origin, List<String> words) {

  /** Who makes an object. */
  public enum Origin {
    /** The runtime's stage, one for all methods. */
    STAGE,
    /** The runtime's stage, one for each method, which it is told: {@code INFO}. */
    METHOD,
    /** The API's own stage class: a generated class that is given the stage. */
    API
  }

  public StageLookup {
    words = List.copyOf(words);
  }

  /** An object of the runtime that all methods share, looked up by the name of its field. */
  public static StageLookup shared(ClassName type, String field) {
    return new StageLookup(type, field, field, Origin.STAGE, List.of());
  }

  /** An object of the runtime for one method, looked up by the name of its field. */
  public static StageLookup ofMethod(ClassName type, String field, String... words) {
    return new StageLookup(type, field, field, Origin.METHOD, List.of(words));
  }

  /**
   * An object of a generated class, of which the API has one in each stage, looked up by the name
   * of its field. The class has a constructor that takes the stage.
   */
  public static StageLookup ofApi(ClassName type, String field) {
    return new StageLookup(type, field, field, Origin.API, List.of());
  }

  /** The same, but looked up by another name than that of the field. */
  public StageLookup by(String otherAccessor) {
    return new StageLookup(type, field, otherAccessor, origin, words);
  }
}
