package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.ParameterChange;
import io.gatemason.generator.model.http.PayloadFormat;
import io.gatemason.generator.model.http.RouteIntegration;
import io.gatemason.generator.read.mapping.InvocationArn;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes integrations of what is written (docs/behaviour/http-api.md#integrations). */
final class RouteIntegrations {
  private static final int MINIMUM_MILLIS = 50;
  private static final long MAXIMUM_MILLIS = RouteIntegration.USUAL_TIMEOUT.toMillis();
  private static final Pattern FUNCTION =
      Pattern.compile("arn:[^:]*:lambda:[^:]*:[^:]*:function:.+");
  private final Diagnostics diagnostics;
  private final IntegrationForm form;
  private final SortedMap<Integer, List<ParameterChange>> responseChanges;

  private RouteIntegrations(Diagnostics diagnostics, IntegrationForm form) {
    this.diagnostics = diagnostics;
    this.form = form;
    this.responseChanges = ResponseChanges.of(form, diagnostics);
  }

  /** The integration; what cannot work is reported, and stands as refused. */
  static RouteIntegration of(IntegrationForm form, Diagnostics diagnostics) {
    RouteIntegrations reader = new RouteIntegrations(diagnostics, form);
    return reader.read().orElseGet(() -> refused(form));
  }

  SortedMap<Integer, List<ParameterChange>> responseChanges() {
    return responseChanges;
  }

  private static RouteIntegration refused(IntegrationForm form) {
    return new RouteIntegration.Refused(form.range(), new TreeMap<>());
  }

  private Optional<RouteIntegration> read() {
    String type = form.type().map(t -> t.text().strip().toUpperCase(Locale.ROOT)).orElse("");
    switch (type) {
      case "AWS_PROXY" -> {
        return form.subtype().isPresent() ? action(form.subtype().get()) : function();
      }
      case "HTTP_PROXY" -> {
        return new ProxyIntegrations(this, form, diagnostics).read();
      }
      default -> {
        warn(
            HttpApiCodes.GM2805,
            form.type().map(ScalarNode::range).orElse(form.range()),
            form.type()
                .map(t -> "HTTP APIs have no integration of type \"" + t.text() + "\"")
                .orElse("the integration has no type"),
            "write AWS_PROXY or HTTP_PROXY; until then the route answers with 500");
        return Optional.empty();
      }
    }
  }

  private Optional<RouteIntegration> function() {
    Optional<ScalarNode> uri = required(form.uri(), "the function's ARN as its URI");
    if (uri.isEmpty()) {
      return Optional.empty();
    }
    String text = uri.get().text().strip();
    Optional<String> function =
        InvocationArn.of(text)
            .filter(InvocationArn::invokesFunction)
            .map(InvocationArn::function)
            .or(() -> Optional.of(text).filter(FUNCTION.asMatchPredicate()));
    if (function.isEmpty()) {
      error(uri.get().range(), "\"" + text + "\" names no function", "write a function's ARN");
      return Optional.empty();
    }
    form.method()
        .filter(m -> !m.text().equalsIgnoreCase("POST"))
        .ifPresent(
            m ->
                error(
                    m.range(),
                    "functions are invoked by POST, not \"" + m.text() + "\"",
                    "write POST; the client's verb is no matter of it"));
    return Optional.of(
        new RouteIntegration.FunctionProxy(
            form.range(),
            MappingTexts.parseStageVariables(function.get(), uri.get().range()),
            payloadFormat(),
            credentials(),
            timeout(),
            ParameterChanges.ofRequests(diagnostics).read(form.requestParameters()),
            responseChanges));
  }

  private PayloadFormat payloadFormat() {
    if (form.payloadFormat().isEmpty()) {
      warn(
          HttpApiCodes.GM2806,
          form.range(),
          "the integration does not say which payload format its function takes; 2.0 is assumed",
          "add the payload format version 1.0 or 2.0");
      return PayloadFormat.V2_0;
    }
    return format(form.payloadFormat().get(), diagnostics);
  }

  /** The format that a text or number stands for; 2.0, with a diagnostic, where it is none. */
  static PayloadFormat format(ScalarNode written, Diagnostics diagnostics) {
    switch (written.text().strip()) {
      case "1.0", "1" -> {
        return PayloadFormat.V1_0;
      }
      case "2.0", "2" -> {
        return PayloadFormat.V2_0;
      }
      default -> {
        diagnostics.report(
            HttpApiCodes.GM2807,
            written.range(),
            "the payload format version is 1.0 or 2.0, not \"" + written.text() + "\"",
            "write 2.0, or 1.0 for functions that were written for REST APIs");
        return PayloadFormat.V2_0;
      }
    }
  }

  private Optional<RouteIntegration> action(ScalarNode subtype) {
    ServiceActions.Parameters known = ServiceActions.all().get(subtype.text().strip());
    if (known == null) {
      error(
          subtype.range(),
          "\"" + subtype.text() + "\" is no action that HTTP APIs call",
          DidYouMean.closest(subtype.text(), ServiceActions.all().keySet())
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("write one of " + String.join(", ", ServiceActions.all().keySet())));
      return Optional.empty();
    }
    Map<String, MappingValue> parameters = new LinkedHashMap<>();
    for (IntegrationForm.Entry entry : form.requestParameters()) {
      String name = entry.key().text();
      if (known.all().contains(name)) {
        MappingValue value = MappingValues.parse(entry.value().text());
        ParameterChanges.reportMissing(value, entry.value(), false, diagnostics);
        parameters.put(name, value);
      } else {
        error(
            entry.key().range(),
            "\"" + name + "\" is no parameter of " + subtype.text(),
            DidYouMean.closest(name, known.all())
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("known are " + String.join(", ", known.all())));
      }
    }
    for (String name : known.required()) {
      if (!parameters.containsKey(name)) {
        error(
            subtype.range(),
            subtype.text() + " needs the parameter \"" + name + "\"",
            "add it to the request parameters");
      }
    }
    if (form.credentials().isEmpty()) {
      warn(
          HttpApiCodes.GM2816,
          subtype.range(),
          "the managed service calls " + subtype.text() + " with a role only",
          "add credentials (CredentialsArn): arn:aws:iam::{account}:role/{name}");
    }
    Optional<MappingValue> region = Optional.ofNullable(parameters.remove(ServiceActions.REGION));
    return Optional.of(
        new RouteIntegration.ServiceAction(
            form.range(), subtype, parameters, region, credentials(), timeout(), responseChanges));
  }

  private Optional<MappingText> credentials() {
    return form.credentials()
        .map(role -> MappingTexts.parseStageVariables(role.text().strip(), role.range()));
  }

  Duration timeout() {
    if (form.timeoutMillis().isEmpty()) {
      return RouteIntegration.USUAL_TIMEOUT;
    }
    ScalarNode written = form.timeoutMillis().get();
    int millis =
        written.text().strip().matches("[0-9]{1,9}") ? Integer.parseInt(written.text().strip()) : 0;
    if (millis < MINIMUM_MILLIS || millis > MAXIMUM_MILLIS) {
      error(
          written.range(),
          "the timeout is between 50 and 30000 milliseconds, not \"" + written.text() + "\"",
          "write milliseconds in that range");
      return RouteIntegration.USUAL_TIMEOUT;
    }
    return Duration.ofMillis(millis);
  }

  Optional<ScalarNode> required(Optional<ScalarNode> value, String what) {
    if (value.isEmpty()) {
      error(form.range(), "the integration needs " + what, "add it");
    }
    return value;
  }

  void error(Range range, String message, String hint) {
    warn(HttpApiCodes.GM2808, range, message, hint);
  }

  void warn(DiagnosticCode code, Range range, String message, String hint) {
    diagnostics.report(code, range, form.title() + ": " + message, hint);
  }
}
