package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.name.MethodName;
import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.RefusedHeaders;
import io.gatemason.generator.model.rest.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides how a method is answered. */
public final class CallLayouts {
  private final boolean binary;
  private final TemplateLayouts templates;

  public CallLayouts(boolean binary, TemplateLayouts templates) {
    this.binary = binary;
    this.templates = templates;
  }

  /**
   * The call of a method.
   *
   * @param className the simple name of the method's class
   */
  public CallLayout of(Method method, String className) {
    return of(method, new MethodName(className, method.title()));
  }

  private CallLayout of(Method method, MethodName name) {
    Integration integration = method.integration();
    boolean awaited = method.messages().map(MessageRoute::isAwaited).orElse(true);
    if (integration instanceof HttpProxyIntegration proxy) {
      return new CallLayout.HttpProxyCall(
          HttpTargets.of(proxy.endpoint(), proxy.request()),
          HttpTargets.otherMappings(proxy.request()),
          proxy.request().contentHandling(),
          proxy.endpoint().streamed());
    }
    if (integration instanceof HttpIntegration http) {
      return mapped(
          http,
          HttpTargets.of(http.endpoint(), http.request()),
          awaited ? responses(name).forBackend(http.responses()) : ResponseSelection.NONE,
          name);
    }
    if (integration instanceof MockIntegration mock) {
      return awaited ? mock(mock, name) : new CallLayout.NoCall();
    }
    if (integration instanceof LambdaProxyIntegration proxy) {
      return function(proxy, method.messages().isPresent());
    }
    if (integration instanceof LambdaIntegration function) {
      FunctionTarget target =
          new FunctionTarget(
              function.function().pieces(),
              function.httpMethod(),
              function.timeout(),
              pieces(function.credentials()));
      return mapped(
          function,
          target,
          awaited ? responses(name).forFunction(function.responses()) : ResponseSelection.NONE,
          name);
    }
    if (integration instanceof AwsServiceIntegration service) {
      return mapped(
          service,
          ServiceTargets.of(service),
          awaited ? responses(name).forBackend(service.responses()) : ResponseSelection.NONE,
          name);
    }
    throw new IllegalStateException("No call for " + method.title());
  }

  private CallLayout mapped(
      Integration integration,
      IntegrationTarget target,
      ResponseSelection selection,
      MethodName name) {
    BodyChoice body = body(integration.request(), name);
    if (body.templates().isEmpty() && body.otherwise().refused()) {
      return new CallLayout.RefusingCall();
    }
    return new CallLayout.MappedCall(
        target,
        HttpTargets.otherMappings(integration.request()),
        integration.request().contentHandling(),
        body,
        selection,
        overrides(body, selection));
  }

  private static CallLayout function(LambdaProxyIntegration proxy, boolean ofMessage) {
    Optional<String> illegal =
        proxy.request().parameters().stream()
            .filter(mapping -> mapping.target() == ParameterMapping.Target.REQUEST_HEADER)
            .map(ParameterMapping::name)
            .filter(RefusedHeaders::byAws)
            .findFirst();
    if (illegal.isPresent()) {
      return new CallLayout.IllegalHeaderCall(illegal.get());
    }
    Optional<String> verb =
        proxy.httpMethod().filter(name -> !name.equals("POST") && !name.equals("ANY"));
    return verb.<CallLayout>map(CallLayout.WrongMethodCall::new)
        .orElseGet(
            () ->
                new CallLayout.FunctionCall(
                    new FunctionTarget(
                        proxy.function().pieces(),
                        Optional.of("POST"),
                        proxy.timeout(),
                        pieces(proxy.credentials())),
                    ofMessage));
  }

  /** The pieces of a text that may be missing. */
  static List<Piece> pieces(Optional<MappingText> text) {
    return text.map(MappingText::pieces).orElse(List.of());
  }

  private CallLayout mock(MockIntegration mock, MethodName name) {
    Optional<ContentHandling> handling = mock.request().contentHandling();
    BodyChoice body = body(mock.request(), name);
    ResponseSelection selection = responses(name).forMock(mock.responses());
    boolean textNeeded =
        !mock.request().templates().isEmpty()
            && (handling.isPresent()
                ? handling.get() == ContentHandling.CONVERT_TO_BINARY
                : binary);
    return new CallLayout.MockCall(
        handling,
        textNeeded,
        new MockChoices(body, selection).choice(),
        selection,
        overrides(body, selection));
  }

  private ResponseLayouts responses(MethodName name) {
    return new ResponseLayouts(templates, name, binary);
  }

  private BodyChoice body(IntegrationRequest request, MethodName name) {
    return BodyChoices.of(
        request,
        templates.texts(
            name.type() + "Request",
            "Integration request of " + name.title() + " for",
            request.templates()));
  }

  /** Whether a template of the method reads or writes overrides: all of them then share one. */
  private static boolean overrides(BodyChoice body, ResponseSelection selection) {
    return Stream.of(
            body.all().stream(),
            selection.responses().stream().flatMap(r -> r.templates().values().stream()))
        .flatMap(each -> each)
        .anyMatch(text -> text instanceof TemplateText.Compiled compiled && compiled.overrides());
  }
}
