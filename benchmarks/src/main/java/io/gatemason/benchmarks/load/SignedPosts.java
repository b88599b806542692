package io.gatemason.benchmarks.load;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signed calls that send a message to a connection. */
final class SignedPosts {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsIdentity caller;
  private final String message;

  SignedPosts(String accessKey, String secret, String message) {
    this.caller = AwsCredentialsIdentity.create(accessKey, secret);
    this.message = message;
  }

  /** A request for each connection. */
  List<byte[]> to(String stagePath, List<String> ids) {
    return ids.stream().map(id -> to(stagePath, id)).toList();
  }

  private byte[] to(String stagePath, String id) {
    String path = stagePath + "/%40connections/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    SdkHttpRequest unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://127.0.0.1" + path))
            .putHeader("Host", "127.0.0.1")
            .build();
    SdkHttpRequest signed =
        signer
            .sign(
                sign ->
                    sign.identity(caller)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromUtf8String(message))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
            .request();
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
    signed.headers().forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
    head.append("Content-Length: ").append(message.length()).append("\r\n\r\n").append(message);
    return head.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
