package io.gatemason.runtime.aws;

import io.gatemason.runtime.payload.Payload;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The two calls of AWS STS that give credentials for a role, in its query protocol. */
final class SecurityTokenService {
  private static final XMLInputFactory XML = xml();

  private final AwsSettings settings;
  private final AwsTransport transport;

  SecurityTokenService(AwsSettings settings, AwsTransport transport) {
    this.settings = settings;
    this.transport = transport;
  }

  /** Credentials of {@code roleArn}, whose trust policy has to name {@code caller}. */
  AwsSessionCredentials assumeRole(AwsEndpoint sts, String roleArn, AwsCredentialsIdentity caller)
      throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", "AssumeRole");
    form.put("RoleArn", roleArn);
    form.put("RoleSessionName", "gatemason");
    return call(sts, form, caller);
  }

  /** Credentials of {@code roleArn} for the bearer of a token of its identity provider. */
  AwsSessionCredentials assumeRoleWithWebIdentity(
      AwsEndpoint sts, String roleArn, String sessionName, String token) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", "AssumeRoleWithWebIdentity");
    form.put("RoleArn", roleArn);
    form.put("RoleSessionName", sessionName);
    form.put("WebIdentityToken", token);
    return call(sts, form, null);
  }

  private AwsSessionCredentials call(
      AwsEndpoint sts, Map<String, String> parameters, @Nullable AwsCredentialsIdentity caller)
      throws IOException {
    String override = settings.endpointUrl("sts");
    String baseUrl = override == null ? "https://" + sts.host("") : override;
    String form = form(parameters);
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
    headers.put("Accept", List.of("text/xml"));
    if (caller != null) {
      Payload body = Payload.of(form.getBytes(StandardCharsets.UTF_8));
      AwsRequest request = new AwsRequest("POST", baseUrl, "/", headers, body);
      Signature.of(request, sts, caller)
          .forEach((name, value) -> headers.put(name, List.of(value)));
    }
    AwsTransport.Reply reply = transport.post(baseUrl, headers, form);
    if (reply.status() != 200) {
      throw new IOException("STS answers " + reply.status());
    }
    return credentials(reply.body());
  }

  private static String form(Map<String, String> parameters) {
    StringJoiner form = new StringJoiner("&");
    form.add("Version=2011-06-15");
    parameters.forEach(
        (name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString();
  }

  private static AwsSessionCredentials credentials(String xml) throws IOException {
    Map<String, String> found = texts(xml);
    String accessKeyId = found.get("AccessKeyId");
    String secretAccessKey = found.get("SecretAccessKey");
    String sessionToken = found.get("SessionToken");
    String expiration = found.get("Expiration");
    if (accessKeyId == null
        || secretAccessKey == null
        || sessionToken == null
        || expiration == null) {
      throw new IOException("STS answers without credentials");
    }
    try {
      return AwsSessionCredentials.builder()
          .accessKeyId(accessKeyId)
          .secretAccessKey(secretAccessKey)
          .sessionToken(sessionToken)
          .expirationTime(Instant.parse(expiration))
          .build();
    } catch (DateTimeException e) {
      throw new IOException("STS answers with an unreadable expiration", e);
    }
  }

  /** The text of each element that has nothing else in it. */
  private static Map<String, String> texts(String xml) throws IOException {
    Map<String, String> found = new HashMap<>();
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml));
      String element = "";
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          element = reader.getLocalName();
        } else if (event == XMLStreamReader.CHARACTERS && !reader.isWhiteSpace()) {
          found.merge(element, reader.getText().strip(), String::concat);
        }
      }
      return found;
    } catch (XMLStreamException e) {
      // The message would quote the answer, which may hold credentials.
      throw new IOException("STS answers with malformed XML");
    }
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
