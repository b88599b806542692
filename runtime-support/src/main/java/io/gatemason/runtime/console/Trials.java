package io.gatemason.runtime.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.traffic.Trial;
import java.nio.charset.StandardCharsets;

/**
 * Sends requests as a client would, within the process: with all that guards a method. Safe for
 * concurrent use. Source: {@code docs/behaviour/console.md#trial}.
 */
final class Trials {
  private static final System.Logger LOG = System.getLogger(Trials.class.getName());

  private final ConsoleService service;

  Trials(ConsoleService service) {
    this.service = service;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param wanted {@code {"api", "method", "target", "headers": [[name, value]], "body"}}
   * @param clientAddress the address of whoever tries it
   * @throws IllegalArgumentException if that is no request, with a message for people
   */
  ObjectNode send(byte[] wanted, String clientAddress) {
    Trial trial = new Trial();
    TrialAnswer answer = new TrialAnswer();
    TrialRequest request = request(read(wanted), clientAddress, trial);
    String failure = serve(request, answer);
    ObjectNode shown = answer.json();
    if (!failure.isEmpty()) {
      shown.put("failure", failure);
    }
    shown.set("steps", ConsoleJson.steps(trial.steps()));
    return shown;
  }

  private String serve(TrialRequest request, TrialAnswer answer) {
    try {
      return service.requests().test(request, answer) ? "" : "the service has been replaced";
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "a request of the console ended early", e);
      return "the connection would have been closed: " + e.getMessage();
    }
  }

  private static JsonNode read(byte[] wanted) {
    try {
      return Json.read(wanted);
    } catch (JsonFormatException e) {
      throw new IllegalArgumentException("the request is no JSON", e);
    }
  }

  private static TrialRequest request(JsonNode wanted, String clientAddress, Trial trial) {
    String method = wanted.path("method").asText();
    String target = wanted.path("target").asText();
    if (!method.matches("[A-Z]{1,20}")) {
      throw new IllegalArgumentException("the method is a verb, such as GET");
    }
    if (!target.matches("/[!-~]*")) {
      throw new IllegalArgumentException(
          "the path begins with / and has neither blanks nor letters beyond ASCII");
    }
    byte[] body = wanted.path("body").asText("").getBytes(StandardCharsets.UTF_8);
    return new TrialRequest(method, target, fields(wanted, body), body, clientAddress, trial);
  }

  private static TrialFields fields(JsonNode wanted, byte[] body) {
    TrialFields sent = new TrialFields();
    wanted
        .path("headers")
        .forEach(header -> sent.add(header.path(0).asText(), header.path(1).asText()));
    if (!sent.has("host")) {
      sent.add("Host", wanted.path("api").asText() + ".execute-api.us-east-1.localhost");
    }
    if (body.length > 0 && !sent.has("content-length")) {
      sent.add("Content-Length", Integer.toString(body.length));
    }
    return sent;
  }
}
