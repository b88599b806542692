package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.Names;
import io.gatemason.generator.read.cloudformation.Place;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * A call of an intrinsic function.
 *
 * @param function the long name
 * @param range the function as written
 * @param argument what stands behind it, not evaluated
 * @param place where the result goes
 * @param diagnostics takes what is wrong with the call
 */
public record Call(
    String function, Range range, Node argument, Place place, Diagnostics diagnostics) {

  /** The arguments of a function that takes a list; empty where their number was reported. */
  Optional<List<Node>> list(int least, int most) {
    int count = argument.asArray().map(a -> a.items().size()).orElse(-1);
    if (count >= least && count <= most) {
      return argument.asArray().map(a -> a.items());
    }
    String wanted = least == most ? String.valueOf(least) : least + " to " + most;
    fail("\"" + function + "\" takes a list of " + wanted + " values", "");
    return Optional.empty();
  }

  /** Reports that the arguments do not fit. */
  void fail(String message, String hint) {
    diagnostics.report(SourceCodes.GM2023, range, message, hint);
  }

  /** Reports that a value is missing which only the user can give. */
  void unresolved(DiagnosticCode code, String what, String parameter) {
    diagnostics.report(code, range, what + " has no value", Names.howToSet(parameter));
  }

  /** A computed text in place of the call. */
  Optional<Node> text(String text) {
    return Optional.of(ScalarNode.computed(range, text));
  }

  /** A list of computed texts in place of the call. */
  Optional<Node> texts(List<String> texts) {
    return Optional.of(
        new ArrayNode(
            range, "", texts.stream().<Node>map(t -> ScalarNode.computed(range, t)).toList()));
  }

  /** What stands in place of a call that failed, after the reason was reported. */
  Optional<Node> failed() {
    return failed(range);
  }

  /** As above, where the reason was reported at an argument: what follows from it is no news. */
  Optional<Node> failed(Range reported) {
    return Optional.of(ScalarNode.computed(reported, "unresolved"));
  }
}
