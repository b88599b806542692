package io.gatemason.generator.handler;

import io.gatemason.generator.model.HandlerSignature;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of the search for a handler.
 *
 * @param found the handler, null where there is none that fits
 * @param missing whether there is no such class at all
 * @param problem what is wrong; empty text where nothing is
 * @param hint what to do about it
 * @param inputs files of which the finding was made, or would be made if they existed
 */
public record HandlerFinding(
    @Nullable HandlerSignature found,
    boolean missing,
    String problem,
    String hint,
    List<String> inputs)
    implements Serializable {

  public HandlerFinding {
    inputs = List.copyOf(inputs);
  }

  /** The handler; empty where there is none that fits. */
  public Optional<HandlerSignature> signature() {
    return Optional.ofNullable(found);
  }

  /** The same, made of one more file. */
  public HandlerFinding withInput(String file) {
    List<String> more = new ArrayList<>(inputs);
    more.add(file);
    return new HandlerFinding(found, missing, problem, hint, more);
  }

  static HandlerFinding missing(String className, List<String> inputs) {
    return new HandlerFinding(
        null,
        true,
        "there is no class \"" + className + "\" in the project's sources or dependencies",
        "correct the name, or add the dependency that has the class",
        inputs);
  }
}
