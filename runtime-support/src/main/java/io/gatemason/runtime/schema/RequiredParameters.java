package io.gatemason.runtime.schema;

import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The parameters that a request has to carry, with a value that is not blank
 * (docs/behaviour/validation.md#parameters). Immutable and thread-safe; made once, as a constant.
 */
public final class RequiredParameters {
  private static final RequiredParameters NONE =
      new RequiredParameters(List.of(), List.of(), List.of());

  private final List<String> headers;
  private final List<String> paths;
  private final List<String> queries;

  private RequiredParameters(List<String> headers, List<String> paths, List<String> queries) {
    this.headers = headers;
    this.paths = paths;
    this.queries = queries;
  }

  /** Requires nothing. */
  public static RequiredParameters none() {
    return NONE;
  }

  /** Also requires a header, in whatever case it is sent. */
  public RequiredParameters header(String name) {
    return new RequiredParameters(with(headers, name), paths, queries);
  }

  /** Also requires a path parameter; it is always there, but may be blank. */
  public RequiredParameters path(String name) {
    return new RequiredParameters(headers, with(paths, name), queries);
  }

  /** Also requires a query parameter. */
  public RequiredParameters query(String name) {
    return new RequiredParameters(headers, paths, with(queries, name));
  }

  /**
   * Checks a request.
   *
   * @throws GatewayFailure BAD_REQUEST_PARAMETERS naming all that are missing: headers, then path,
   *     then query parameters, each by name
   */
  public void check(Exchange exchange) {
    List<String> missing = new ArrayList<>();
    for (String header : headers) {
      String added = ClientOrigin.header(exchange, header);
      String sent = added == null ? exchange.head().fields().first(header) : added;
      if (sent == null || sent.isBlank()) {
        missing.add(header);
      }
    }
    for (String path : paths) {
      if (isBlankSegment(exchange.pathParameter(path, ""))) {
        missing.add(path);
      }
    }
    for (String query : queries) {
      if (Exchange.text(exchange.queryParameter(query), "").isBlank()) {
        missing.add(query);
      }
    }
    if (!missing.isEmpty()) {
      throw GatewayFailure.missingParameters(missing);
    }
  }

  /** Path parameters are as in the request line, where blanks have to be percent-encoded. */
  private static boolean isBlankSegment(String raw) {
    return raw.replace("%20", " ").replace("%09", "\t").isBlank();
  }

  private static List<String> with(List<String> names, String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    Collections.sort(more);
    return List.copyOf(more);
  }
}
