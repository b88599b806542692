package io.gatemason.runtime.schema;

import io.gatemason.runtime.json.JsonFormatException;
import java.util.List;

/** Runs a compiled model over a request body. Thread-safe. */
public final class PayloadValidation {
  private static final String UNREADABLE = "Unknown error parsing request body";
  private static final String REPEATED =
      "object has a member written more than once with values that are not all allowed";

  private PayloadValidation() {}

  /**
   * Whether a body is JSON that satisfies a model. Reads the bytes once; of a member written more
   * than once every value has to satisfy the model. A number whose exponent is beyond {@link
   * java.math.BigDecimal} counts as unreadable where its value matters, and so does a body for
   * which the model takes far more steps than it has bytes, patterns included.
   */
  public static boolean accepts(byte[] body, SchemaCheck model) {
    try {
      StreamCursor in = new StreamCursor(body);
      if (!model.check(in)) {
        return false;
      }
      in.finish();
      return true;
    } catch (JsonFormatException | ArithmeticException | Walk.TooManyStepsException e) {
      return false;
    }
  }

  /**
   * What is wrong with a body that {@link #accepts} refuses, as {@code
   * $context.error.validationErrorString} shows it: a list in square brackets, never empty.
   */
  public static String errors(byte[] body, SchemaCheck model) {
    return "[" + String.join(", ", errorList(body, model)) + "]";
  }

  private static List<String> errorList(byte[] body, SchemaCheck model) {
    try {
      Findings findings = new Findings();
      model.check(new TreeCursor(JsonReading.tree(body), findings, null, new Walk(body.length)));
      List<String> errors = findings.list();
      return errors.isEmpty() ? List.of(REPEATED) : errors;
    } catch (JsonFormatException | ArithmeticException | Walk.TooManyStepsException e) {
      return List.of(UNREADABLE);
    }
  }
}
