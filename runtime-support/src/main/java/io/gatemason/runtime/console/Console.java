package io.gatemason.runtime.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.traffic.Served;
import io.gatemason.runtime.traffic.Traffic;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Answers the requests of the console's page. Who may call is judged before. Safe for concurrent
 * use. Source: {@code docs/behaviour/console.md}.
 */
public final class Console {
  /** Where the page is. */
  public static final String PATH = "/console";

  /** The page may open WebSockets of the service on this machine, and nothing else. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
          + " ws://*.localhost:%d; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final HeaderName CONTENT_POLICY = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName NO_SNIFFING = HeaderNames.create("X-Content-Type-Options");
  private static final HeaderName REFERRER = HeaderNames.create("Referrer-Policy");
  private static final int MOST_KEYS = 200;

  private final ConsoleService service;
  private final Services services;
  private final Traffic traffic;
  private final Trials trials;
  private final ApiDescriptions descriptions;
  private final String policy;

  /** The console of a service. */
  public Console(ConsoleService service, Services services, Traffic traffic) {
    this.service = service;
    this.services = services;
    this.traffic = traffic;
    this.trials = new Trials(service);
    this.descriptions = ApiDescriptions.load(service.code());
    this.policy = POLICY.formatted(service.port());
  }

  /** Sends a file of the page, which tells nothing of the service; false if it is none. */
  public boolean answersFile(String action, ServerResponse response) {
    if (action.equals("GET " + PATH)) {
      response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, PATH + "/").send();
      return true;
    }
    String files = "GET " + PATH + "/";
    Optional<ConsoleFile> file =
        action.startsWith(files)
            ? ConsoleFile.named(action.substring(files.length()))
            : Optional.empty();
    file.ifPresent(
        found ->
            guarded(response)
                .header(HeaderNames.CONTENT_TYPE, found.contentType())
                .header(HeaderNames.CACHE_CONTROL, "no-cache")
                .send(found.content()));
    return file.isPresent();
  }

  /** Tells what the page asks for; false if that is nothing that it would ask. */
  public boolean answers(String action, ServerRequest request, ServerResponse response) {
    switch (action) {
      case "GET /console/apis" -> send(response, ConsoleJson.apis(service, descriptions, services));
      case "GET /console/traffic" ->
          send(response, ConsoleJson.traffic(traffic, number(request, "after")));
      case "GET /console/request" -> request(number(request, "number"), response);
      case "GET /console/plans" ->
          send(response, ConsoleJson.plans(services.plans().overview(MOST_KEYS)));
      case "POST /console/send" -> trial(request, response);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void request(long number, ServerResponse response) {
    Optional<Served> served = traffic.find(number);
    if (served.isEmpty()) {
      refuse(response, Status.NOT_FOUND_404, "this request is not kept any more");
    } else {
      send(response, ConsoleJson.requestWithLog(served.get()));
    }
  }

  private void trial(ServerRequest request, ServerResponse response) {
    try {
      byte[] wanted = request.content().as(byte[].class);
      send(response, trials.send(wanted, request.remotePeer().host()));
    } catch (IllegalArgumentException e) {
      refuse(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()));
    }
  }

  private void refuse(ServerResponse response, Status status, String reason) {
    response.status(status);
    send(response, "{\"message\":" + Json.quote(reason) + "}");
  }

  private void send(ServerResponse response, JsonNode json) {
    send(response, Json.write(json));
  }

  private void send(ServerResponse response, String json) {
    guarded(response)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send(json.getBytes(StandardCharsets.UTF_8));
  }

  private ServerResponse guarded(ServerResponse response) {
    return response
        .header(CONTENT_POLICY, policy)
        .header(NO_SNIFFING, "nosniff")
        .header(REFERRER, "no-referrer");
  }

  private static long number(ServerRequest request, String name) {
    String text = request.query().first(name).orElse("0");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
