package io.gatemason.runtime.aws;

import io.gatemason.runtime.client.QueryParameters;
import io.gatemason.runtime.payload.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signature Version 4 as the AWS SDK makes it. */
final class Signature {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
  private static final List<String> ADDED =
      List.of(
          "Host", "Authorization", "X-Amz-Date", "x-amz-content-sha256", "X-Amz-Security-Token");

  private Signature() {}

  /** The headers that sign {@code request}; each replaces what the request has of that name. */
  static Map<String, String> of(
      AwsRequest request, AwsEndpoint endpoint, AwsCredentialsIdentity identity) {
    boolean s3 = endpoint.signingName().equals("s3");
    Payload body = request.body();
    SignRequest.Builder<AwsCredentialsIdentity> signing =
        SignRequest.builder(identity)
            .request(unsigned(request))
            .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, endpoint.signingName())
            .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.signingRegion())
            .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !s3)
            .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !s3 && !isNormal(request.target()))
            .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, body != null);
    if (body != null) {
      signing.payload(ContentStreamProvider.fromByteArrayUnsafe(body.bytes()));
    }
    SdkHttpRequest signed = SIGNER.sign(signing.build()).request();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : ADDED) {
      signed.firstMatchingHeader(name).ifPresent(value -> headers.put(name, value));
    }
    return headers;
  }

  /**
   * Whether a path has no segment that normalising would take away, which is costly to find out.
   */
  private static boolean isNormal(String target) {
    return !target.contains("/.") && !target.contains("//");
  }

  private static SdkHttpRequest unsigned(AwsRequest request) {
    int question = request.target().indexOf('?');
    String path = question < 0 ? request.target() : request.target().substring(0, question);
    SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(request.baseUrl())
            .encodedPath(path)
            .headers(request.headers());
    if (question >= 0) {
      Map<String, List<String>> parameters = new LinkedHashMap<>();
      QueryParameters.parse(request.target().substring(question + 1))
          .forEach(
              (name, value) ->
                  parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value));
      unsigned.rawQueryParameters(parameters);
    }
    return unsigned.build();
  }
}
