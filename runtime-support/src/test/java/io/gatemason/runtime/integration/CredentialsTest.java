package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.integration.RecordedService.Reply;
import io.gatemason.runtime.integration.RecordedService.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every place of the standard chain, in processes with an environment of their own; what is got
 * over the network comes from canned answers.
 */
@Timeout(90)
class CredentialsTest {
  private static final String SECRET = "wJalrXUtnFEMIsecret";
  private static final String TOKEN = "FwoGZXIvYXdzEtoken";

  @TempDir Path folder;

  /** Answers as STS, as a container's and as an instance's metadata, and as SQS. */
  private static Reply cloud(Request request) {
    String path = request.target();
    String inAnHour = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS) + "";
    if (request.body().contains("AssumeRoleWithWebIdentity")) {
      return Reply.of(
          200,
          """
          <AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
          <AccessKeyId>FROMTOKEN</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
          <SessionToken>%s</SessionToken><Expiration>%s</Expiration>
          </Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
          """
              .formatted(SECRET, TOKEN, inAnHour));
    }
    if (path.equals("/latest/api/token")) {
      return Reply.of(200, "metadata-token", "x-aws-ec2-metadata-token-ttl-seconds", "21600");
    }
    if (path.startsWith("/latest/meta-data/iam/security-credentials") && path.endsWith("/")) {
      return Reply.of(200, "role-of-the-instance");
    }
    if (path.startsWith("/latest/meta-data/iam/security-credentials")) {
      return Reply.of(200, metadata("FROMINSTANCE", inAnHour));
    }
    if (path.equals("/container")) {
      boolean known = request.header("Authorization").equals("container-token");
      return known ? Reply.of(200, metadata("FROMCONTAINER", inAnHour)) : Reply.of(403, SECRET);
    }
    return Reply.of(200, "done");
  }

  private static String metadata(String accessKeyId, String expiration) {
    return """
        {"Code": "Success", "Type": "AWS-HMAC", "LastUpdated": "2024-01-01T00:00:00Z",
         "AccessKeyId": "%s", "SecretAccessKey": "%s", "Token": "%s", "Expiration": "%s"}
        """
        .formatted(accessKeyId, SECRET, TOKEN, expiration);
  }

  /** What arrived at SQS, after a check that the process has not printed any secret. */
  private Request sent(Map<String, String> environment) throws Exception {
    try (RecordedService cloud = new RecordedService(CredentialsTest::cloud)) {
      Path output = folder.resolve("output.txt");
      Process process = start(environment, cloud.url(), output);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      String printed = Files.readString(output);
      assertEquals(0, process.exitValue(), printed);
      Request request = cloud.last();
      assertEquals("POST / Action=ListQueues", request.method() + " / " + request.body());
      for (String secret : List.of(SECRET, TOKEN, signature(request))) {
        assertFalse(!secret.isEmpty() && printed.contains(secret), printed);
      }
      return request;
    }
  }

  private Process start(Map<String, String> environment, String url, Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.util.logging.config.file=" + everything());
    command.add("-Duser.home=" + folder);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SignedCall.class.getName());
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    Map<String, String> all = new HashMap<>();
    all.put("AWS_REGION", "eu-west-1");
    all.put("AWS_ENDPOINT_URL", url);
    all.put("AWS_EC2_METADATA_DISABLED", "true");
    all.putAll(environment);
    all.replaceAll((name, value) -> value.replace("{url}", url));
    process.environment().putAll(all);
    return process.redirectOutput(output.toFile()).start();
  }

  /** Logging of every library at its finest. */
  private Path everything() throws IOException {
    return Files.writeString(
        folder.resolve("logging.properties"),
        """
        handlers = java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level = ALL
        .level = ALL
        jdk.level = INFO
        sun.level = INFO
        """);
  }

  private static String signature(Request request) {
    String authorization = request.header("Authorization");
    return authorization.substring(authorization.indexOf("Signature=") + 1);
  }

  private static String scope(Request request) {
    String authorization = request.header("Authorization");
    String credential = authorization.replaceAll(".*Credential=([^,]*),.*", "$1");
    return credential.replaceAll("/[0-9]{8}/", "/");
  }

  @Test
  void environmentVariables() throws Exception {
    Request request =
        sent(
            Map.of(
                "AWS_ACCESS_KEY_ID", "FROMENV",
                "AWS_SECRET_ACCESS_KEY", SECRET,
                "AWS_SESSION_TOKEN", TOKEN));
    assertEquals("FROMENV/eu-west-1/sqs/aws4_request", scope(request));
    assertEquals(TOKEN, request.header("X-Amz-Security-Token"));
  }

  @Test
  void webIdentityToken() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "jwt\n");
    Request request =
        sent(
            Map.of(
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                token.toString(),
                "AWS_ROLE_ARN",
                "arn:aws:iam::123456789012:role/pod"));
    assertEquals("FROMTOKEN/eu-west-1/sqs/aws4_request", scope(request));
    assertEquals(TOKEN, request.header("X-Amz-Security-Token"));
  }

  @Test
  void profileFile() throws Exception {
    Path credentials =
        Files.writeString(
            folder.resolve("credentials"),
            """
            [default]
            aws_access_key_id = FROMDEFAULT
            aws_secret_access_key = %1$s
            [shop]
            aws_access_key_id = FROMPROFILE
            aws_secret_access_key = %1$s
            """
                .formatted(SECRET),
            StandardCharsets.UTF_8);
    Map<String, String> environment =
        Map.of("AWS_SHARED_CREDENTIALS_FILE", credentials.toString(), "AWS_PROFILE", "shop");
    assertEquals("FROMPROFILE/eu-west-1/sqs/aws4_request", scope(sent(environment)));
  }

  @Test
  void container() throws Exception {
    Request request =
        sent(
            Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "{url}/container",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                "container-token"));
    assertEquals("FROMCONTAINER/eu-west-1/sqs/aws4_request", scope(request));
  }

  @Test
  void instanceMetadata() throws Exception {
    Request request =
        sent(
            Map.of(
                "AWS_EC2_METADATA_DISABLED",
                "false",
                "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                "{url}"));
    assertEquals("FROMINSTANCE/eu-west-1/sqs/aws4_request", scope(request));
  }

  @Test
  void nothingIsSentUnsigned() throws Exception {
    Request request = sent(Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{url}/container"));
    assertEquals("", request.header("Authorization"));
    String printed = Files.readString(folder.resolve("output.txt"));
    assertTrue(printed.contains("no AWS credentials: calls of AWS services are sent unsigned"));
  }
}
