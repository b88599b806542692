package io.gatemason.templates;

/** {@code #dockerfile}: a JSON string of an instruction in exec form, quotes included. */
public final class EscapeDockerfile extends EscapeDirective {
  @Override
  public String getName() {
    return "dockerfile";
  }

  @Override
  String escape(String value) {
    refuseControlCharacters(value, "a Dockerfile");
    // A dollar sign would be a variable, also inside JSON strings of COPY.
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\\\$") + '"';
  }
}
