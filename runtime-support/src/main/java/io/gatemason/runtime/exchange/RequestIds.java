package io.gatemason.runtime.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;

/**
 * The two identifiers of a request, which every response carries. A client may supply the first
 * one, in UUID form.
 *
 * @param requestId value of x-amzn-RequestId
 * @param extendedRequestId value of x-amz-apigw-id
 */
public record RequestIds(String requestId, String extendedRequestId) {
  private static final HeaderName REQUEST_ID =
      HeaderNames.create("x-amzn-requestid", "x-amzn-RequestId");
  private static final HeaderName EXTENDED_ID =
      HeaderNames.create("x-amz-apigw-id", "x-amz-apigw-id");

  /** The identifiers of a request with these headers. */
  public static RequestIds of(Headers headers) {
    String requestId = null;
    if (headers.contains(REQUEST_ID)) {
      String supplied = headers.get(REQUEST_ID).get();
      requestId = isUuid(supplied) ? supplied : null;
    }
    return new RequestIds(
        requestId != null ? requestId : RandomText.uuid(), RandomText.extendedId());
  }

  /** Fresh identifiers, for a request whose headers could not be read. */
  public static RequestIds fresh() {
    return new RequestIds(RandomText.uuid(), RandomText.extendedId());
  }

  /** The response header x-amzn-RequestId. */
  public Header requestIdHeader() {
    return HeaderValues.create(REQUEST_ID, requestId);
  }

  /** The response header x-amz-apigw-id. */
  public Header extendedIdHeader() {
    return HeaderValues.create(EXTENDED_ID, extendedRequestId);
  }

  private static boolean isUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      }
    }
    return true;
  }
}
