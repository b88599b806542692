package io.gatemason.generator.jsonschema.code;

import com.palantir.javapoet.CodeBlock;
import java.util.function.Supplier;

/** How generated code applies one schema. Immutable. */
public final class Check {
  /** The schema that every value satisfies. */
  public static final Check ANYTHING =
      new Check(CodeBlock.of("true"), () -> CodeBlock.of("$T::anything", RuntimeTypes.TYPES), true);

  /** The schema that no value satisfies. */
  public static final Check NOTHING =
      of(
          CodeBlock.of("$T.nothing(in)", RuntimeTypes.TYPES),
          CodeBlock.of("$T::nothing", RuntimeTypes.TYPES));

  private final CodeBlock call;
  private final Supplier<CodeBlock> reference;
  private final boolean allowsAnything;

  private Check(CodeBlock call, Supplier<CodeBlock> reference, boolean allowsAnything) {
    this.call = call;
    this.reference = reference;
    this.allowsAnything = allowsAnything;
  }

  /** A schema with a method of its own. */
  public static Check of(CodeBlock call, CodeBlock reference) {
    return new Check(call, () -> reference, false);
  }

  /**
   * A schema short enough to stand where it is used.
   *
   * @param reference makes a method for it where one is needed
   */
  public static Check inline(CodeBlock call, Supplier<CodeBlock> reference) {
    return new Check(call, reference, false);
  }

  /** A boolean expression over the cursor {@code in}. */
  public CodeBlock call() {
    return call;
  }

  /** An expression of type SchemaCheck. */
  public CodeBlock reference() {
    return reference.get();
  }

  /** Whether every value is valid. */
  public boolean allowsAnything() {
    return allowsAnything;
  }
}
