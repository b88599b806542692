package io.gatemason.runtime.auth;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Arrival;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.RequestIds;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.stage.StagePath;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A call without a network: GET https://pets.example/dev/pets/7 unless a test says otherwise. */
final class TestCall implements ClientRequest, RequestFields, ClientAnswer {
  static final ApiInfo API =
      ApiInfo.builder("petstore", "dev").stageVariable("color", "red").build();

  /** Half a second before the first of March. */
  static final long TIME = 1_772_323_199_500L;

  private final List<String[]> fields = new ArrayList<>();
  private final byte[] body;
  private String verb = "GET";
  private String path = "/dev/pets/7";
  private String query = "";
  private ApiInfo api = API;
  private boolean secure = true;

  private TestCall(String body) {
    this.body = body.getBytes(StandardCharsets.UTF_8);
  }

  static TestCall call() {
    return new TestCall("");
  }

  static TestCall call(String body) {
    return new TestCall(body);
  }

  TestCall to(String method, String sentPath) {
    verb = method;
    path = sentPath;
    return this;
  }

  TestCall of(ApiInfo other) {
    api = other;
    return this;
  }

  String query() {
    return query;
  }

  TestCall query(String sent) {
    query = sent;
    return this;
  }

  TestCall header(String name, String value) {
    fields.add(new String[] {name, value});
    return this;
  }

  /** Signed as of {@link #TIME}, by the SDK of the service. */
  TestCall signedBy(String accessKeyId, String secret) {
    sign(accessKeyId, secret, request -> request.payload(ContentStreamProvider.fromByteArray(body)))
        .headers()
        .forEach((name, values) -> values.forEach(value -> header(name, value)));
    fields.removeIf(field -> field[0].equalsIgnoreCase("host"));
    return this;
  }

  /** The same in the query. */
  TestCall presignedBy(String accessKeyId, String secret) {
    query =
        sign(
                accessKeyId,
                secret,
                request ->
                    request
                        .putProperty(
                            AwsV4FamilyHttpSigner.AUTH_LOCATION,
                            AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(
                            AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(10)))
            .encodedQueryParameters()
            .orElseThrow();
    return this;
  }

  private SdkHttpRequest sign(
      String accessKeyId,
      String secret,
      Consumer<SignRequest.Builder<AwsCredentialsIdentity>> more) {
    SdkHttpRequest unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(verb))
            .uri(URI.create("https://pets.example" + path + (query.isEmpty() ? "" : "?" + query)))
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            request ->
                more.accept(
                    request
                        .identity(AwsCredentialsIdentity.create(accessKeyId, secret))
                        .request(unsigned)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(
                            HttpSigner.SIGNING_CLOCK,
                            Clock.fixed(Instant.ofEpochMilli(TIME), ZoneOffset.UTC))))
        .request();
  }

  TestCall plain() {
    secure = false;
    return this;
  }

  /** The call as steps of a method see it. */
  Exchange exchange() {
    int prefix = api.pathPrefix().length();
    Exchange exchange =
        new Exchange(
            this,
            this,
            new Arrival(
                api,
                path,
                StagePath.ofEndpoint(prefix),
                Route.of(verb, path, prefix),
                new RequestIds("id-of-the-request", "extended"),
                Limits.DEFAULT,
                TIME,
                TrustedProxies.none()));
    exchange.method(MethodInfo.of(verb, "/pets/{petId}"));
    return exchange;
  }

  @Override
  public String method() {
    return verb;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String rawQuery() {
    return query;
  }

  @Override
  public int targetLength() {
    return path.length() + query.length();
  }

  @Override
  public String protocol() {
    return "HTTP/1.1";
  }

  @Override
  public boolean http2() {
    return false;
  }

  @Override
  public String authority() {
    return "pets.example";
  }

  @Override
  public RequestFields fields() {
    return this;
  }

  @Override
  public long bodyLength() {
    return body.length;
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public boolean secure() {
    return secure;
  }

  @Override
  public String localAddress() {
    return "192.0.2.1";
  }

  @Override
  public @Nullable ClientTls tls() {
    return null;
  }

  @Override
  public int localPort() {
    return 443;
  }

  @Override
  public String clientAddress() {
    return "192.0.2.7";
  }

  @Override
  public ClientLine line() {
    return ClientLine.HELD;
  }

  @Override
  public int count() {
    return fields.size();
  }

  @Override
  public String name(int index) {
    return fields.get(index)[0];
  }

  @Override
  public String value(int index) {
    return fields.get(index)[1];
  }

  @Override
  public int find(String name, int from) {
    for (int i = from; i < fields.size(); i++) {
      if (name(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void last() {}

  @Override
  public boolean begun() {
    return false;
  }

  @Override
  public void send(int status, AnswerFields answer, byte[] sent) {
    throw new AssertionError("answered with " + status);
  }

  @Override
  public void sendHead(int status, AnswerFields answer, long length) {
    throw new AssertionError("answered with " + status);
  }

  @Override
  public OutputStream stream(int status, AnswerFields answer, long length, boolean atOnce) {
    throw new AssertionError("answered with " + status);
  }
}
