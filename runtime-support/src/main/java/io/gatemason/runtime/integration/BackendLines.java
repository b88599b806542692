package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.Call;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told and measured of a call to a backend: lines of the execution log, times and statuses.
 * Nothing is put together for a log that does not want it. Source: {@code
 * docs/behaviour/logs.md#integration}.
 */
final class BackendLines {
  /** The status of Lambda itself where a function has ended, however it did. */
  private static final int LAMBDA_STATUS = 200;

  private BackendLines() {}

  /** The request is complete and about to be sent to its endpoint. */
  static void sending(Call call, HttpRequest request) {
    sending(call, request, request.endpoint().url());
  }

  /** The request is about to be sent to {@code url}, the part before its path. */
  static void sending(Call call, IntegrationRequest request, String url) {
    ExecutionLog log = call.log();
    CallTrace trace = call.record().trace();
    if (trace.records()) {
      trace.calls(request.called(url + request.target("")));
    }
    trace.carry(call, request.headers());
    if (log.wants(Detail.EVENT)) {
      String uri = log.text().uri(url + request.target(""));
      if (log.wants(Detail.DATA)) {
        log.write(Detail.DATA, "Endpoint request URI: " + uri);
        log.write(Detail.DATA, "Endpoint request headers: " + text(log, request.headers()));
        log.write(
            Detail.DATA, "Endpoint request body after transformations: " + text(request.body()));
      }
      log.write(Detail.EVENT, "Sending request to " + uri);
    }
    request.tell(call.record());
    call.record().integrationBegins();
  }

  /** The backend has answered with this status. */
  static void received(Call call, int status, HeaderFields headers) {
    call.record().integrationAnswered(status, status);
    latency(call, status);
    if (call.log().wants(Detail.DATA)) {
      call.log().write(Detail.DATA, "Endpoint response headers: " + text(call.log(), headers));
    }
  }

  /** The answer has been waited for. */
  static void latency(Call call, int status) {
    if (call.log().wants(Detail.EVENT)) {
      call.log()
          .write(
              Detail.EVENT,
              "Received response. Status: "
                  + status
                  + ", Integration latency: "
                  + call.record().integrationMillis()
                  + " ms");
    }
  }

  /** The whole body of the answer is there. */
  static void body(Call call, byte[] bytes) {
    call.record().integrationEnds();
    if (call.log().wants(Detail.DATA)) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      call.log().write(Detail.DATA, "Endpoint response body before transformations: " + text);
    }
  }

  /** An AWS service has given its answer an id. */
  static void requestId(Call call, HeaderFields headers) {
    String id = headers.first("x-amzn-RequestId");
    String named = id == null ? headers.first("x-amz-request-id") : id;
    if (named != null) {
      call.context().set(ContextVariable.AWS_ENDPOINT_REQUEST_ID2, headers.first("x-amz-id-2"));
      named(call, named);
    }
  }

  /** A function has ended, by itself or with an error; its own status is not known yet. */
  static void invoked(Call call, FunctionResult result) {
    call.record().integrationAnswered(LAMBDA_STATUS, 0);
    if (!result.requestId().isEmpty()) {
      named(call, result.requestId());
    }
    if (result.response() == null && call.log().wants(Detail.DATA)) {
      body(call, result.payload().bytes());
    }
  }

  private static void named(Call call, String id) {
    call.context().set(ContextVariable.AWS_ENDPOINT_REQUEST_ID, id);
    call.context().set(ContextVariable.INTEGRATION_REQUEST_ID, id);
    call.log().event(() -> "AWS Integration Endpoint RequestId : " + id);
  }

  private static String text(ExecutionLog log, HeaderFields headers) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      byName.computeIfAbsent(headers.name(i), any -> new ArrayList<>(1)).add(headers.value(i));
    }
    return log.text().headers(byName);
  }

  private static String text(@Nullable Payload body) {
    return body == null ? "" : LogText.body(body.buffered(), body::bytes);
  }
}
