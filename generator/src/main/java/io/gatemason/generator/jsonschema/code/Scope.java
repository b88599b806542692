package io.gatemason.generator.jsonschema.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.jsonschema.regex.EcmaPattern;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.Optional;

/** What a keyword sees of the schema it stands in. */
public interface Scope {

  /** Where the keyword's conditions go. */
  SchemaCode code();

  /** The schema with its other keywords. */
  ObjectNode schema();

  /** Whether this is draft 4, where numbers, types and references differ. */
  boolean draft4();

  /** Whether {@code nullable} counts. */
  boolean nullable();

  /** Whether {@code format} is checked. */
  boolean assertsFormats();

  /** Whether some schema of the model asks what was evaluated. */
  boolean tracksEvaluated();

  /**
   * Compiles a schema below this one.
   *
   * @param path the names and indexes that lead to it
   */
  Check check(Node subschema, String... path);

  /** Compiles the schema a reference names; anything goes where it cannot be found. */
  Check reference(Node reference);

  /** Compiles the schema a dynamic reference names in this dynamic scope. */
  Check dynamicReference(Node reference);

  /** A regular expression; empty, and reported, where it cannot be mapped. */
  Optional<EcmaPattern> pattern(String source, Node place);

  /**
   * A constant of the generated class, named after this schema.
   *
   * @param suffix what it is, in upper case
   * @return the expression that reads it
   */
  CodeBlock constant(String suffix, TypeName type, CodeBlock initializer);

  /** Reports a problem at a node. */
  void report(DiagnosticCode code, Node place, String message, String hint);
}
