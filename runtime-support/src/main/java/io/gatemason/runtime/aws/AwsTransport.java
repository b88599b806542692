package io.gatemason.runtime.aws;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Sends the few requests that credentials are got with. Safe for concurrent use. */
@FunctionalInterface
public interface AwsTransport {

  /**
   * Posts a form to the root of {@code baseUrl} and reads the whole answer, whatever its status.
   *
   * @throws IOException if there is no answer
   */
  Reply post(String baseUrl, Map<String, List<String>> headers, String form) throws IOException;

  /**
   * An answer.
   *
   * @param status the status code
   * @param body the body as UTF-8 text
   */
  record Reply(int status, String body) {}
}
