package io.gatemason.generator.vtl;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.vtl.parse.Fragment;
import io.gatemason.generator.vtl.parse.Problems;
import io.gatemason.generator.vtl.parse.ReadContext;
import io.gatemason.generator.vtl.parse.StatementReader;
import io.gatemason.generator.vtl.parse.TemplateSyntaxException;
import io.gatemason.generator.vtl.parse.VelocityTree;
import io.gatemason.generator.vtl.tree.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles mapping templates into Java classes that give what the managed service gives. Not
 * thread-safe; one instance serves any number of templates.
 */
public final class VtlCompiler {
  /** Limit of the service (developer guide, quotas). */
  private static final int LONGEST_TEMPLATE_BYTES = 300 * 1024;

  private final VelocityTree velocity = new VelocityTree();
  private final boolean lenient;
  private final ContextCatalog context;

  /**
   * Creates a compiler.
   *
   * @param lenient whether a template with a syntax error is only warned about and fails when it is
   *     rendered, as at the service, instead of stopping the build
   * @param contextNames the dotted names of the variables that {@code $context} has
   */
  public VtlCompiler(boolean lenient, Set<String> contextNames) {
    this(lenient, contextNames, Set.of());
  }

  /**
   * Creates a compiler.
   *
   * @param lenient as above
   * @param contextNames the dotted names of the variables that {@code $context} has
   * @param logged the dotted names of those that it has in access logs only
   */
  public VtlCompiler(boolean lenient, Set<String> contextNames, Set<String> logged) {
    this.lenient = lenient;
    this.context = new ContextCatalog(Set.copyOf(contextNames), Set.copyOf(logged));
  }

  private VtlCompiler(boolean lenient, ContextCatalog context) {
    this.lenient = lenient;
    this.context = context;
  }

  /** A compiler of templates whose {@code $context} has more variables. */
  public VtlCompiler knowing(Set<String> more) {
    return new VtlCompiler(lenient, context.with(more));
  }

  /**
   * Compiles a template.
   *
   * @param template the text with its place in the document
   * @param name the name of the class to make
   * @param diagnostics takes what is wrong, with line and column inside the template
   * @return the result; empty if errors were reported
   */
  public Optional<CompiledTemplate> compile(
      ScalarNode template, ClassName name, Diagnostics diagnostics) {
    Problems problems = new Problems(template, diagnostics, lenient);
    String text = template.text();
    if (tooLong(text)) {
      problems.error(
          MappingTemplateCodes.GM4008,
          0,
          1,
          "template is larger than 300 KB",
          "split the response");
      return Optional.empty();
    }
    TemplateClass target = new TemplateClass(name, text);
    try {
      List<Statement> statements = read(text, problems);
      return problems.failed() ? Optional.empty() : emit(statements, problems, target);
    } catch (TemplateSyntaxException e) {
      return broken(e, problems, target);
    }
  }

  /** Counts in UTF-8, the measure of the quota. */
  private static boolean tooLong(String text) {
    return text.length() > LONGEST_TEMPLATE_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEMPLATE_BYTES;
  }

  private List<Statement> read(String text, Problems problems) throws TemplateSyntaxException {
    return StatementReader.read(new ReadContext(velocity, problems, Fragment.template(text), 0));
  }

  private Optional<CompiledTemplate> emit(
      List<Statement> statements, Problems problems, TemplateClass target) {
    if (statements.stream().allMatch(Statement.Text.class::isInstance)) {
      String text =
          statements.stream()
              .map(Statement.Text.class::cast)
              .map(Statement.Text::text)
              .collect(Collectors.joining());
      return Optional.of(CompiledTemplate.constant(text));
    }
    VariableNames variables = VariableNames.of(statements);
    Emission emission = Emission.of(context, problems, variables, target);
    CodeBlock body = new StatementEmitter(emission).list(statements, Scope.template());
    if (problems.failed()) {
      return Optional.empty();
    }
    TypeSpec type = target.build(variables, body);
    return Optional.of(CompiledTemplate.of(type, emission.features()));
  }

  private Optional<CompiledTemplate> broken(
      TemplateSyntaxException e, Problems problems, TemplateClass target) {
    if (!lenient) {
      problems.error(MappingTemplateCodes.GM4001, e.at(), 1, e.getMessage(), e.hint());
      return Optional.empty();
    }
    problems.warning(MappingTemplateCodes.GM4009, e.at(), 1, e.getMessage(), e.hint());
    CodeBlock body =
        CodeBlock.builder()
            .addStatement("out.at($L, $L)", target.line(e.at()), target.column(e.at()))
            .addStatement("throw out.failure($S)", e.getMessage())
            .build();
    VariableNames none = VariableNames.of(List.of());
    return Optional.of(CompiledTemplate.of(target.build(none, body), Set.of()));
  }
}
