package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.PayloadFormat;
import io.gatemason.generator.model.http.RouteAuthorizer;
import io.gatemason.generator.read.mapping.InvocationArn;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes authorizers of what is written (docs/behaviour/http-api.md#authorizers). */
final class RouteAuthorizers {
  private static final Pattern ISSUER =
      Pattern.compile(
          "https://[^/].*|http://(localhost|127\\.[0-9.]+|\\[::1\\])([:/].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_TTL_SECONDS = 3600;
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\$(request\\.(header|querystring)\\.[^\\s]+|context\\.[A-Za-z0-9._]+"
              + "|stageVariables\\.[A-Za-z0-9_]+)");
  private static final Pattern TOKEN_SOURCE =
      Pattern.compile("\\$request\\.(header|querystring)\\.[^\\s]+");

  private static final String CONTEXT = "$context.";

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final Diagnostics diagnostics;
  private final AuthorizerForm form;

  private RouteAuthorizers(Diagnostics diagnostics, AuthorizerForm form) {
    this.diagnostics = diagnostics;
    this.form = form;
  }

  /** The authorizer; empty, with an error, where it cannot decide anything. */
  static Optional<RouteAuthorizer> of(AuthorizerForm form, Diagnostics diagnostics) {
    return new RouteAuthorizers(diagnostics, form).read();
  }

  private Optional<RouteAuthorizer> read() {
    String type = form.type().map(t -> t.text().strip().toUpperCase(Locale.ROOT)).orElse("");
    switch (type) {
      case "JWT" -> {
        return jwt();
      }
      case "REQUEST" -> {
        return function();
      }
      default -> {
        error(
            form.type().map(ScalarNode::range).orElse(form.range()),
            form.type()
                .map(t -> "HTTP APIs have no authorizer of type \"" + t.text() + "\"")
                .orElse("the authorizer has no type"),
            "write jwt or request");
        return Optional.empty();
      }
    }
  }

  private Optional<RouteAuthorizer> jwt() {
    List<MappingValue> sources = sources(TOKEN_SOURCE);
    if (sources.size() != 1) {
      error(
          form.range(),
          "a JWT authorizer reads its token from one identity source, not " + sources.size(),
          "write identitySource: $request.header.Authorization");
    }
    Optional<ScalarNode> issuer = form.issuer().or(() -> form.discovery().flatMap(this::issuer));
    if (issuer.isEmpty()) {
      error(form.range(), "a JWT authorizer needs an issuer", "add issuer to jwtConfiguration");
    }
    issuer
        .filter(written -> !ISSUER.matcher(written.text().strip()).matches())
        .ifPresent(
            written ->
                error(
                    written.range(),
                    "issuer \"" + written.text() + "\" is neither https nor of this machine",
                    "its keys could be anybody's; write an address that begins with https://"));
    if (form.audience().isEmpty()) {
      error(form.range(), "a JWT authorizer needs an audience", "add audience to jwtConfiguration");
    }
    boolean complete = sources.size() == 1 && issuer.isPresent() && !form.audience().isEmpty();
    return complete
        ? Optional.of(
            new RouteAuthorizer.Jwt(
                form.name(),
                form.range(),
                sources.get(0),
                issuer.get(),
                form.audience().stream().map(ScalarNode::text).toList()))
        : Optional.empty();
  }

  /** OpenID Connect Discovery 1.0 §4.3: the address of the document begins with the issuer. */
  private Optional<ScalarNode> issuer(ScalarNode discovery) {
    String address = discovery.text().strip();
    if (address.endsWith(DISCOVERY) && address.length() > DISCOVERY.length()) {
      return Optional.of(
          discovery.withText(address.substring(0, address.length() - DISCOVERY.length())));
    }
    error(
        discovery.range(),
        "\"" + address + "\" is no complete address of a discovery document",
        "write the issuer and " + DISCOVERY + " behind it");
    return Optional.empty();
  }

  private Optional<RouteAuthorizer> function() {
    Optional<String> function =
        form.function()
            .flatMap(uri -> InvocationArn.of(uri.text().strip()))
            .filter(InvocationArn::invokesFunction)
            .map(InvocationArn::function);
    if (function.isEmpty()) {
      error(
          form.function().map(ScalarNode::range).orElse(form.range()),
          "the authorizer names no function",
          "write the invocation ARN of a function");
      return Optional.empty();
    }
    PayloadFormat format =
        form.payloadFormat()
            .map(written -> RouteIntegrations.format(written, diagnostics))
            .orElse(PayloadFormat.V1_0);
    if (form.simpleResponses() && format == PayloadFormat.V1_0) {
      error(
          form.range(),
          "simple responses need payload format 2.0",
          "write payload format version 2.0, or remove the simple responses");
    }
    List<MappingValue> sources = sources(SOURCE);
    return Optional.of(
        new RouteAuthorizer.Function(
            form.name(),
            form.range(),
            MappingTexts.parseStageVariables(function.get(), form.function().get().range()),
            form.credentials()
                .map(role -> MappingTexts.parseStageVariables(role.text(), role.range())),
            format,
            form.simpleResponses(),
            sources,
            resultTtl(sources.isEmpty())));
  }

  private int resultTtl(boolean withoutIdentity) {
    if (form.resultTtlSeconds().isEmpty()) {
      return 0;
    }
    ScalarNode written = form.resultTtlSeconds().get();
    String text = written.text().strip();
    int seconds = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (seconds < 0 || seconds > LONGEST_TTL_SECONDS) {
      error(
          written.range(),
          "results are kept for 0 to 3600 seconds, not \"" + text + "\"",
          "write seconds in that range");
      return 0;
    }
    if (seconds > 0 && withoutIdentity) {
      error(
          written.range(),
          "results can only be kept by an identity source, and there is none",
          "add an identity source, or write 0");
      return 0;
    }
    return seconds;
  }

  private List<MappingValue> sources(Pattern allowed) {
    List<MappingValue> sources = new ArrayList<>();
    for (ScalarNode written : form.identitySources()) {
      for (String part : written.text().split(",", -1)) {
        String source = part.strip();
        if (allowed.matcher(source).matches()) {
          sources.add(MappingValues.parse(source));
          warnIfUnknown(written, source);
        } else if (!source.isEmpty()) {
          error(
              written.range(),
              "\"" + source + "\" is no identity source of this authorizer",
              "write $request.header.name or $request.querystring.name");
        }
      }
    }
    return sources;
  }

  /** What an authorizer says is not known before it is asked. */
  private void warnIfUnknown(ScalarNode written, String source) {
    String name = source.startsWith(CONTEXT) ? source.substring(CONTEXT.length()) : "";
    if (!name.isEmpty() && !beforehand().contains(name)) {
      diagnostics.report(
          HttpApiCodes.GM2803,
          written.range(),
          "authorizer \""
              + form.name()
              + "\": \""
              + source
              + "\" never has a value, and every request is refused",
          DidYouMean.closest(name, beforehand())
              .map(near -> "did you mean \"" + CONTEXT + near + "\"?")
              .orElse("name a context variable that is known before the authorizer is asked"));
    }
  }

  private static List<String> beforehand() {
    return ContextNames.all().stream()
        .filter(name -> !name.startsWith(ContextNames.AUTHORIZER))
        .toList();
  }

  private void error(Range range, String message, String hint) {
    diagnostics.report(
        HttpApiCodes.GM2810, range, "authorizer \"" + form.name() + "\": " + message, hint);
  }
}
