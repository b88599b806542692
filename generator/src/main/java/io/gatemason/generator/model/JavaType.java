package io.gatemason.generator.model;

import java.io.Serializable;
import java.util.List;

/**
 * A type of Java as generated code names it.
 *
 * @param kind what it is
 * @param packageName the package of a class; empty text otherwise
 * @param simpleNames the names of a class from the outermost one inwards; the one name of a
 *     primitive type; empty for a wildcard
 * @param arguments type arguments; of a wildcard its only bound
 * @param dimensions of an array, 0 for none
 */
public record JavaType(
    Kind kind,
    String packageName,
    List<String> simpleNames,
    List<JavaType> arguments,
    int dimensions)
    implements Serializable {

  /** What a type is. */
  public enum Kind {
    CLASS,
    PRIMITIVE,
    /** {@code ? extends}. */
    EXTENDS,
    /** {@code ? super}. */
    SUPER
  }

  public JavaType {
    simpleNames = List.copyOf(simpleNames);
    arguments = List.copyOf(arguments);
  }
}
