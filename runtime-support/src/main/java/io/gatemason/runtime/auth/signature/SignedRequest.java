package io.gatemason.runtime.auth.signature;

import java.util.List;

/** A request as the client sent it, and as it would have signed it. */
public interface SignedRequest {

  /** The verb, whatever a header may replace it with. */
  String method();

  /** The path as sent, stage included. */
  String path();

  /** The query as sent, "" if there is none. */
  String query();

  /** All values of a header, in their order; none if it was not sent. */
  List<String> header(String lowerCaseName);

  /** The body as sent, before any decoding. Read when it is asked for. */
  byte[] body();
}
