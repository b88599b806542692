package io.gatemason.generator.read.policy;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;
import java.util.Set;

/** Where the problems of a policy go. */
@FunctionalInterface
public interface PolicyProblems {

  /** Reports a problem. */
  void report(DiagnosticCode code, Range range, String message, String hint);

  /** Reports that the document is no policy. */
  default void report(Range range, String detail, String hint) {
    report(
        AuthorizationCodes.GM2301,
        range,
        "Invalid policy document. Please check the policy syntax and ensure that Principals are"
            + " valid: "
            + detail,
        hint);
  }

  /** Whether an object has known members only; others are reported. */
  default boolean onlyKnown(ObjectNode object, Set<String> known, String title) {
    boolean all = true;
    for (ObjectNode.Member member : object.members().values()) {
      if (!known.contains(member.name())) {
        all = false;
        report(
            member.key().range(),
            title + " has no member \"" + member.name() + "\"",
            DidYouMean.closest(member.name(), known)
                .map(closest -> "did you mean \"" + closest + "\"?")
                .orElse("remove it"));
      }
    }
    return all;
  }

  /** The text of a scalar; empty, and reported, for anything else. */
  default Optional<String> text(Node node, String title) {
    Optional<String> text =
        node.asScalar().filter(scalar -> !scalar.isNull()).map(ScalarNode::text);
    if (text.filter(t -> !t.isEmpty()).isEmpty()) {
      report(node.range(), title + " has to be text", "write a text in quotes");
      return Optional.empty();
    }
    return text;
  }
}
