package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.RequestFields;

/**
 * The two identifiers of a request, which every response carries. A client may supply the first
 * one, in UUID form.
 *
 * @param requestId value of x-amzn-RequestId
 * @param extendedRequestId value of x-amz-apigw-id
 */
public record RequestIds(String requestId, String extendedRequestId) {
  private static final String REQUEST_ID = "x-amzn-RequestId";
  private static final String EXTENDED_ID = "x-amz-apigw-id";

  /** How an HTTP API names its request (docs/behaviour/http-api.md#failures). */
  private static final String HTTP_API_ID = "apigw-requestid";

  /** The identifiers of a request with these fields. */
  public static RequestIds of(RequestFields fields) {
    String supplied = fields.first(REQUEST_ID);
    String requestId = supplied != null && isUuid(supplied) ? supplied : RandomText.uuid();
    return new RequestIds(requestId, RandomText.extendedId());
  }

  /** Fresh identifiers, for a request whose fields could not be read. */
  public static RequestIds fresh() {
    return new RequestIds(RandomText.uuid(), RandomText.extendedId());
  }

  /** Identifiers of an event of a WebSocket, which are one and the same. */
  public static RequestIds ofMessage() {
    String id = RandomText.extendedId();
    return new RequestIds(id, id);
  }

  /** Sets the fields x-amzn-RequestId and x-amz-apigw-id of an answer. */
  public void setIn(AnswerFields fields) {
    fields.set(REQUEST_ID, requestId);
    fields.set(EXTENDED_ID, extendedRequestId);
  }

  /** Sets the one field apigw-requestid of an answer of an HTTP API. */
  public void setInHttpApi(AnswerFields fields) {
    fields.set(HTTP_API_ID, extendedRequestId);
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
