package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with an HTTP API: GM28xx. */
public enum HttpApiCodes implements DiagnosticCode {
  GM2801(ERROR, "mapping of a reserved header"),
  GM2802(ERROR, "no parameter mapping of an HTTP API"),
  GM2803(WARNING, "mapping that never has a value"),
  GM2804(ERROR, "Swagger 2.0 document of an HTTP API"),
  GM2805(WARNING, "route without a working integration"),
  GM2806(WARNING, "payload format of a function not said"),
  GM2807(ERROR, "unknown payload format version"),
  GM2808(ERROR, "integration of an HTTP API cannot work"),
  GM2809(ERROR, "CORS configuration cannot work"),
  GM2810(ERROR, "authorizer of an HTTP API cannot work"),
  GM2811(WARNING, "part without effect on an HTTP API"),
  GM2812(ERROR, "route declared twice"),
  GM2813(ERROR, "several security requirements on an operation"),
  GM2814(ERROR, "security scheme of a route without an authorizer"),
  GM2815(NOTE, "kind of an API that nothing says"),
  GM2816(WARNING, "action of a service without a role");

  private final Weight weight;
  private final String title;

  HttpApiCodes(Weight weight, String title) {
    this.weight = weight;
    this.title = title;
  }

  @Override
  public Weight weight() {
    return weight;
  }

  @Override
  public String title() {
    return title;
  }
}
