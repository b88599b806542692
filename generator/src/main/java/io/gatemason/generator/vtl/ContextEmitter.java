package io.gatemason.generator.vtl;

import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.ReferenceEmitter.Bound;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Expression.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds {@code $context}: variables to constants of the runtime, the rest to maps. */
final class ContextEmitter {
  private final Emission emission;

  ContextEmitter(Emission emission) {
    this.emission = emission;
  }

  Bound emit(Expression.Reference reference, List<Step> steps) {
    List<String> path = new ArrayList<>();
    for (Step step : steps) {
      String name = InputEmitter.constantName(step);
      if (name.isEmpty()) {
        break;
      }
      path.add(name);
      Optional<Bound> bound = bound(path);
      if (bound.isPresent()) {
        return bound.get();
      }
      if (!emission.context().isPrefix(path)) {
        return unknown(reference, path, step, steps);
      }
    }
    return map(path);
  }

  private Optional<Bound> bound(List<String> path) {
    Optional<String> constant = emission.context().constant(path);
    if (constant.isPresent()) {
      return Optional.of(
          new Bound(
              Code.optional("input.context($T.$N)", RuntimeNames.CONTEXT_VARIABLE, constant.get()),
              path.size()));
    }
    if (path.size() > 1) {
      return Optional.empty();
    }
    return switch (path.get(0)) {
      case "requestOverride", "responseOverride" -> override(path.get(0));
      case "authorizer" -> Optional.of(new Bound(Code.optional("input.authorizer()"), 1));
      default -> Optional.empty();
    };
  }

  private Optional<Bound> override(String name) {
    emission.uses(CompiledTemplate.Feature.OVERRIDES);
    return Optional.of(new Bound(Code.present("input.$N()", name), 1));
  }

  /** {@code $context} itself, or one of its nested maps. */
  private Bound map(List<String> path) {
    emission.uses(CompiledTemplate.Feature.OVERRIDES);
    Code code = Code.present("input.context()");
    for (String name : path) {
      code = Code.optional("$T.property($L, $S)", RuntimeNames.VALUES, code.block(), name);
    }
    return new Bound(code, path.size());
  }

  private Bound unknown(
      Expression.Reference reference, List<String> path, Step step, List<Step> steps) {
    String name = "$" + reference.root() + "." + String.join(".", path);
    boolean logged = logged(steps, path);
    emission
        .problems()
        .warning(
            MappingTemplateCodes.GM4002,
            step.at(),
            path.get(path.size() - 1).length(),
            logged
                ? "\"" + name + "\" has a value in access logs only and gives the empty text here"
                : "\""
                    + name
                    + "\" is not a variable of mapping templates and gives the empty text",
            logged ? "remove it" : "see the list of variables in the page of this code");
    return new Bound(Code.NOTHING, steps.size());
  }

  /** The name may go on behind the step at which it was found to be none of templates. */
  private boolean logged(List<Step> steps, List<String> path) {
    List<String> whole = new ArrayList<>(path);
    steps.stream().skip(path.size()).map(InputEmitter::constantName).forEach(whole::add);
    return emission.context().logged().contains(String.join(".", whole));
  }

  /** Whether a reference names something of {@code $context} that templates may write. */
  static boolean writable(Expression.Reference target) {
    String first = target.steps().isEmpty() ? "" : InputEmitter.constantName(target.steps().get(0));
    boolean override = first.equals("requestOverride") || first.equals("responseOverride");
    return override && target.steps().size() > 1;
  }
}
