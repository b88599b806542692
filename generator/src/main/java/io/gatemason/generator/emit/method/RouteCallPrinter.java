package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.RouteCall;
import io.gatemason.generator.layout.integration.RouteCall.ActionCall;
import io.gatemason.generator.layout.integration.RouteCall.FunctionCall;
import io.gatemason.generator.layout.integration.RouteCall.ProxyCall;
import io.gatemason.generator.layout.integration.RouteCall.RefusedCall;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.ParameterChange;
import io.gatemason.generator.model.http.RouteIntegration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import javax.lang.model.element.Modifier;

/** Prints how the integration of a route answers, as statements of {@code handle}. */
record RouteCallPrinter(ClassMembers target) implements RouteCall.Visitor<CodeBlock> {

  @Override
  public CodeBlock function(FunctionCall call) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock format = CodeBlock.of("$T.$N", RuntimeTypes.PAYLOAD_FORMAT, call.format().name());
    if (!call.requestChanges().isEmpty()) {
      code.addStatement(
          "$T changes = new $T($L)",
          RuntimeTypes.EVENT_CHANGES,
          RuntimeTypes.EVENT_CHANGES,
          format);
    }
    call.requestChanges().forEach(change -> code.add(requestChange(change)));
    CodeBlock made =
        CodeBlock.of(
            "$T.of(exchange, backend, $L, $L)",
            RuntimeTypes.ROUTE_REPLY,
            new FunctionTargetStatements(call.function(), target).expression(),
            call.requestChanges().isEmpty() ? format : "changes");
    return code.add(reply(made, call.responseChanges())).build();
  }

  @Override
  public CodeBlock proxy(ProxyCall call) {
    CodeBlock.Builder code = CodeBlock.builder();
    TargetStatements.start(
        code, RuntimeTypes.HTTP_REQUEST, "passThrough", call.target().httpMethod());
    new HttpTargetStatements(call.target(), target, false).to(code);
    if (call.wholePath() || !call.requestChanges().isEmpty()) {
      code.addStatement(
          "$T changes = new $T(request)",
          RuntimeTypes.REQUEST_CHANGES,
          RuntimeTypes.REQUEST_CHANGES);
    }
    if (call.wholePath()) {
      code.addStatement(
          "changes.appendPath($T.$N(exchange))",
          RuntimeTypes.MAPPED_TEXT,
          call.withStage() ? "wholePath" : "path");
    }
    call.requestChanges().forEach(change -> code.add(requestChange(change)));
    return code.add(
            reply(
                CodeBlock.of("$T.of(exchange, backend, request)", RuntimeTypes.ROUTE_REPLY),
                call.responseChanges()))
        .build();
  }

  @Override
  public CodeBlock action(ActionCall call) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T call = $T.of($T.$N)",
        RuntimeTypes.SERVICE_CALL,
        RuntimeTypes.SERVICE_CALL,
        RuntimeTypes.SERVICE_ACTION,
        constant(call.subtype()));
    for (Map.Entry<String, MappingValue> parameter : call.parameters().entrySet()) {
      code.addStatement(
          "call.set($S, $L)", parameter.getKey(), MappedValues.of(parameter.getValue(), target));
    }
    call.region()
        .ifPresent(region -> code.addStatement("call.region($L)", MappedValues.of(region, target)));
    if (!call.timeout().equals(RouteIntegration.USUAL_TIMEOUT)) {
      code.addStatement("call.timeoutMillis($L)", call.timeout().toMillis());
    }
    if (!call.credentials().isEmpty()) {
      code.addStatement("call.role($L)", UriValues.fixed(call.credentials(), UriValues.EXCHANGE));
    }
    return code.add(reply(CodeBlock.of("call.send(exchange, backend)"), call.responseChanges()))
        .build();
  }

  @Override
  public CodeBlock refused(RefusedCall call) {
    return CodeBlock.of(
        "throw $T.configurationError($S);\n",
        RuntimeTypes.GATEWAY_FAILURE,
        "the route has no working integration");
  }

  /** {@code SQS-SendMessage} is the constant {@code SQS_SEND_MESSAGE}. */
  private static String constant(String subtype) {
    int dash = subtype.indexOf('-');
    String words = subtype.substring(dash + 1).replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return (subtype.substring(0, dash) + "_" + words).toUpperCase(Locale.ROOT);
  }

  private CodeBlock requestChange(ParameterChange change) {
    CodeBlock value = MappedValues.of(change.value(), target);
    return switch (change.target()) {
      case HEADER -> headerChange("changes", change, value);
      case QUERYSTRING ->
          switch (change.action()) {
            case REMOVE -> CodeBlock.of("changes.removeQuery($S);\n", change.name());
            case OVERWRITE ->
                CodeBlock.of("changes.overwriteQuery($S, $L);\n", change.name(), value);
            case APPEND -> CodeBlock.of("changes.appendQuery($S, $L);\n", change.name(), value);
          };
      case PATH -> CodeBlock.of("changes.overwritePath($L);\n", value);
      case STATUSCODE -> throw new IllegalStateException("requests have no status");
    };
  }

  private static CodeBlock headerChange(String object, ParameterChange change, CodeBlock value) {
    return switch (change.action()) {
      case REMOVE -> CodeBlock.of("$N.removeHeader($S);\n", object, change.name());
      case OVERWRITE -> CodeBlock.of("$N.overwriteHeader($S, $L);\n", object, change.name(), value);
      case APPEND -> CodeBlock.of("$N.appendHeader($S, $L);\n", object, change.name(), value);
    };
  }

  /** Sends what a backend answered, with the changes for its status. */
  private CodeBlock reply(CodeBlock made, SortedMap<Integer, List<ParameterChange>> changes) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("try ($T reply = $L)", RuntimeTypes.ROUTE_REPLY, made);
    if (!changes.isEmpty()) {
      code.beginControlFlow("switch (reply.status())");
      for (Map.Entry<Integer, List<ParameterChange>> entry : changes.entrySet()) {
        code.add("case $L -> status$L(exchange, reply);\n", entry.getKey(), entry.getKey());
        target.add(change(entry.getKey(), entry.getValue()));
      }
      code.add("default -> {}\n").endControlFlow();
    }
    return code.addStatement("reply.send()").endControlFlow().build();
  }

  private MethodSpec change(int status, List<ParameterChange> changes) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("status" + status)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange")
            .addParameter(RuntimeTypes.ROUTE_REPLY, "reply");
    for (ParameterChange change : changes) {
      CodeBlock value = MappedValues.of(change.value(), target);
      method.addCode(
          change.target() == ParameterChange.Target.STATUSCODE
              ? CodeBlock.of("reply.overwriteStatus($L);\n", value)
              : headerChange("reply", change, value));
    }
    return method.build();
  }
}
