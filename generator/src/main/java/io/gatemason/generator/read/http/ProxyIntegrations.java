package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.Endpoint;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.http.RouteIntegration;
import io.gatemason.generator.read.mapping.MappingTexts;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes HTTP proxies of what is written (docs/behaviour/http-api.md#http-proxy). */
final class ProxyIntegrations {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:[.][A-Za-z0-9_-]+)*");

  /** Stands for the host of what an ARN names, which runtime settings know. */
  private static final String LINK = "http://link";

  private static final List<String> VERBS = HttpMethod.names();

  private final RouteIntegrations common;
  private final IntegrationForm form;
  private final Diagnostics diagnostics;

  ProxyIntegrations(RouteIntegrations common, IntegrationForm form, Diagnostics diagnostics) {
    this.common = common;
    this.form = form;
    this.diagnostics = diagnostics;
  }

  Optional<RouteIntegration> read() {
    boolean linked =
        form.connectionType().filter(t -> t.text().equalsIgnoreCase("VPC_LINK")).isPresent();
    Optional<ScalarNode> uri = common.required(form.uri(), "a URI");
    Optional<ScalarNode> id =
        linked ? common.required(form.connectionId(), "a connection id") : uri;
    if (uri.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    String text = uri.get().text().strip();
    boolean address = text.startsWith("http://") || text.startsWith("https://");
    boolean variable = text.startsWith("${stageVariables.");
    if (!linked && !address && !variable) {
      common.error(
          uri.get().range(),
          "\"" + text + "\" is no address that begins with http:// or https://",
          "write the whole address");
      return Optional.empty();
    }
    if (linked && !address && text.contains("${")) {
      common.error(
          uri.get().range(),
          "\"" + text + "\" is the ARN of nothing",
          "write the ARN of a listener or service; settings say which targets it has");
    }
    Optional<Endpoint.VpcLink> link =
        linked
            ? Optional.of(
                new Endpoint.VpcLink(
                    MappingTexts.parseStageVariables(id.get().text().strip(), id.get().range()),
                    Optional.of(text).filter(t -> !address),
                    id.get().range()))
            : Optional.empty();
    String target = linked && !address ? serverName().map("https://"::concat).orElse(LINK) : text;
    if (!linked || address) {
      form.serverName().ifPresent(name -> serverNameWithoutEffect(name.range()));
    }
    return Optional.of(
        new RouteIntegration.HttpProxy(
            form.range(),
            new Endpoint(
                verb(),
                MappingTexts.parse(target, uri.get().range()),
                common.timeout(),
                link,
                false,
                false),
            ParameterChanges.ofRequests(diagnostics).read(form.requestParameters()),
            common.responseChanges()));
  }

  /** The backend's verb; empty for the client's own. */
  private Optional<String> verb() {
    Optional<String> verb = form.method().map(m -> m.text().strip().toUpperCase(Locale.ROOT));
    verb.filter(v -> !VERBS.contains(v))
        .ifPresent(
            v ->
                common.error(
                    form.method().get().range(),
                    "\"" + v + "\" is no verb of an integration",
                    DidYouMean.closest(v, VERBS)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("write one of " + String.join(", ", VERBS))));
    return verb.filter(v -> !v.equals("ANY"));
  }

  private void serverNameWithoutEffect(Range range) {
    common.warn(
        HttpApiCodes.GM2811,
        range,
        "\"serverNameToVerify\" has an effect behind a VPC link only, whose URI is an ARN",
        "remove it; the certificate has to be for the host of the URI");
  }

  /** The name that the certificate of a target behind a VPC link must have. */
  private Optional<String> serverName() {
    Optional<ScalarNode> written = form.serverName();
    Optional<String> name = written.map(n -> n.text().strip());
    if (name.isPresent() && !HOST.matcher(name.get()).matches()) {
      common.error(
          written.get().range(),
          "\"" + name.get() + "\" is no name of a server",
          "write the host name in its certificate");
      return Optional.empty();
    }
    return name;
  }
}
