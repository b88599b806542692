package io.gatemason.generator.jsonschema;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.PayloadModelCodes;
import io.gatemason.generator.jsonschema.code.Check;
import io.gatemason.generator.jsonschema.code.SchemaCode;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.regex.EcmaPattern;
import io.gatemason.generator.jsonschema.regex.EcmaPattern.Engine;
import io.gatemason.generator.jsonschema.regex.EcmaPattern.UnmappableException;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The view that keywords have of one schema while it is compiled. */
final class UnitScope implements Scope {
  private final ModelWriter writer;
  private final Unit unit;
  private final ObjectNode schema;
  private final String name;
  private final SchemaCode code = new SchemaCode();

  UnitScope(ModelWriter writer, Unit unit, ObjectNode schema, String name) {
    this.writer = writer;
    this.unit = unit;
    this.schema = schema;
    this.name = name;
  }

  boolean validates() {
    return unit.location().resource().validates();
  }

  @Override
  public SchemaCode code() {
    return code;
  }

  @Override
  public ObjectNode schema() {
    return schema;
  }

  @Override
  public boolean draft4() {
    return writer.set().dialect() != Dialect.DRAFT_2020_12;
  }

  @Override
  public boolean nullable() {
    return writer.set().dialect() == Dialect.OPENAPI_3_0 && !writer.set().imported();
  }

  @Override
  public boolean assertsFormats() {
    return unit.location().resource().assertsFormats();
  }

  @Override
  public boolean tracksEvaluated() {
    return writer.graph().hasUnevaluated();
  }

  @Override
  public Check check(Node subschema, String... path) {
    return writer.check(unit, writer.graph().at(subschema, unit.location(), List.of(path)));
  }

  @Override
  public Check reference(Node reference) {
    return resolve(reference).map(target -> writer.check(unit, target)).orElse(Check.ANYTHING);
  }

  @Override
  public Check dynamicReference(Node reference) {
    Optional<SchemaLocation> first = resolve(reference);
    String anchor = Addresses.fragment(Values.text(reference).orElse(""));
    boolean dynamic =
        first.filter(t -> t.resource().dynamicAnchors().get(anchor) == t.node()).isPresent();
    Optional<SchemaLocation> outermost =
        dynamic ? Optional.ofNullable(unit.anchors().get(anchor)) : Optional.empty();
    return outermost
        .or(() -> first)
        .map(target -> writer.check(unit, target))
        .orElse(Check.ANYTHING);
  }

  private Optional<SchemaLocation> resolve(Node reference) {
    Optional<String> text = Values.text(reference);
    if (text.isEmpty()) {
      Values.wrong("$ref", reference, "a string", this);
      return Optional.empty();
    }
    Optional<SchemaLocation> target =
        writer.graph().resolve(unit.location(), text.get(), writer.model());
    if (target.isEmpty()) {
      reportMissing(reference, text.get());
    }
    return target;
  }

  private void reportMissing(Node reference, String text) {
    boolean outside = !text.startsWith("#") && writer.set().imported();
    report(
        outside ? PayloadModelCodes.GM5011 : PayloadModelCodes.GM5002,
        reference,
        outside
            ? "reference \"" + text + "\" leads out of the document"
            : "reference \"" + text + "\" names no schema and is ignored",
        outside ? "move the schema into the document" : "add the schema, or correct the reference");
  }

  @Override
  public Optional<EcmaPattern> pattern(String source, Node place) {
    try {
      EcmaPattern pattern = EcmaPattern.of(source);
      if (pattern.engine() == Engine.BOUNDED) {
        report(
            PayloadModelCodes.GM5009,
            place,
            "pattern \""
                + source
                + "\" needs backtracking, so bodies with long searches are refused",
            "avoid look-around and back references");
      }
      return Optional.of(pattern);
    } catch (UnmappableException e) {
      report(
          PayloadModelCodes.GM5006,
          place,
          "pattern \"" + source + "\" cannot be used: " + e.getMessage(),
          "write it in the syntax of ECMA-262");
      return Optional.empty();
    }
  }

  @Override
  public CodeBlock constant(String suffix, TypeName type, CodeBlock initializer) {
    return writer.constant(name, suffix, type, initializer);
  }

  @Override
  public void report(DiagnosticCode diagnostic, Node place, String message, String hint) {
    writer.problems().report(diagnostic, place, message, hint);
  }
}
