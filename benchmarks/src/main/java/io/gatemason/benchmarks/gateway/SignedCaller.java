package io.gatemason.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Who calls where calls are signed, with what nobody keeps secret. */
final class SignedCaller {
  static final String ACCESS_KEY = "AKIDBENCHMARK0000001";

  static final String SECRET = "benchmark-secret-made-up-for-this";

  private SignedCaller() {}

  /** The path of a request with the headers that sign a GET of it, behind tabs. */
  static String get(String path) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("http://127.0.0.1" + path))
            .putHeader("Host", "127.0.0.1")
            .build();
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(AwsCredentialsIdentity.create(ACCESS_KEY, SECRET))
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
            .request();
    StringBuilder line = new StringBuilder(path);
    signed
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Host")) {
                line.append('\t').append(name).append(": ").append(values.get(0));
              }
            });
    return line.toString();
  }

  /** A file with who calls, who may do everything. */
  static Path identities() {
    try {
      Path file = Files.createTempFile("gatemason-identities", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file,
          """
          {"account": "000000000000", "identities": {"caller": {
            "accessKeyId": "%s", "secretAccessKey": "%s", "accountId": "000000000000",
            "arn": "arn:aws:iam::000000000000:user/caller", "userId": "AIDABENCHMARK0000001",
            "policies": [{"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "execute-api:*", "Resource": "*"}]}]}}}
          """
              .formatted(ACCESS_KEY, SECRET));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
