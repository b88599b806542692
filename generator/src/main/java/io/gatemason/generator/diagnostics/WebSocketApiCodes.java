package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;

/** What is wrong with a WebSocket API: GM29xx. */
public enum WebSocketApiCodes implements DiagnosticCode {
  GM2901(ERROR, "selection expression that cannot be evaluated"),
  GM2902(ERROR, "route of a WebSocket API that is none"),
  GM2903(ERROR, "integration of a WebSocket API that cannot work"),
  GM2904(ERROR, "mapping of a WebSocket API that cannot work"),
  GM2905(ERROR, "authorization that a WebSocket API cannot have");

  private final Weight weight;
  private final String title;

  WebSocketApiCodes(Weight weight, String title) {
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
