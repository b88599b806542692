package io.gatemason.runtime.aws;

import org.jspecify.annotations.Nullable;

/**
 * How an {@code action} of an integration URI is told to its service: a header for the services of
 * the JSON protocols, query parameters for those of the query protocol
 * (docs/behaviour/integrations.md#uri).
 *
 * @param target value of X-Amz-Target, "" for the query protocol
 * @param contentType media type that the protocol demands, "" if it leaves the choice
 * @param version API version of the query protocol, "" if none is known or needed
 */
public record AwsAction(String target, String contentType, String version) {
  private static final String JSON_1_0 = "application/x-amz-json-1.0";
  private static final String JSON_1_1 = "application/x-amz-json-1.1";

  /** How {@code endpoint} is told to do {@code action}. */
  public static AwsAction of(AwsEndpoint endpoint, String action) {
    AwsAction json = json(endpoint, action);
    return json != null ? json : new AwsAction("", "", version(endpoint.service()));
  }

  private static @Nullable AwsAction json(AwsEndpoint endpoint, String action) {
    return switch (endpoint.service()) {
      case "dynamodb" ->
          endpoint.subdomain().equals("streams")
              ? target("DynamoDBStreams_20120810", action, JSON_1_0)
              : target("DynamoDB_20120810", action, JSON_1_0);
      case "states" -> target("AWSStepFunctions", action, JSON_1_0);
      case "kinesis" -> target("Kinesis_20131202", action, JSON_1_1);
      case "firehose" -> target("Firehose_20150804", action, JSON_1_1);
      case "events" -> target("AWSEvents", action, JSON_1_1);
      case "logs" -> target("Logs_20140328", action, JSON_1_1);
      case "secretsmanager" -> target("secretsmanager", action, JSON_1_1);
      case "kms" -> target("TrentService", action, JSON_1_1);
      case "cognito-idp" -> target("AWSCognitoIdentityProviderService", action, JSON_1_1);
      case "cognito-identity" -> target("AWSCognitoIdentityService", action, JSON_1_1);
      case "athena" -> target("AmazonAthena", action, JSON_1_1);
      case "glue" -> target("AWSGlue", action, JSON_1_1);
      case "codebuild" -> target("CodeBuild_20161006", action, JSON_1_1);
      case "comprehend" -> target("Comprehend_20171127", action, JSON_1_1);
      case "rekognition" -> target("RekognitionService", action, JSON_1_1);
      case "textract" -> target("Textract", action, JSON_1_1);
      case "transcribe" -> target("Transcribe", action, JSON_1_1);
      case "translate" -> target("AWSShineFrontendService_20170701", action, JSON_1_1);
      default -> null;
    };
  }

  private static AwsAction target(String prefix, String action, String contentType) {
    return new AwsAction(prefix + "." + action, contentType, "");
  }

  private static String version(String service) {
    return switch (service) {
      case "sns" -> "2010-03-31";
      case "sqs" -> "2012-11-05";
      case "ssm" -> "2014-11-06";
      case "sts" -> "2011-06-15";
      case "iam" -> "2010-05-08";
      case "ec2" -> "2016-11-15";
      case "email", "ses" -> "2010-12-01";
      case "monitoring" -> "2010-08-01";
      case "autoscaling" -> "2011-01-01";
      case "cloudformation" -> "2010-05-15";
      case "elasticloadbalancing" -> "2015-12-01";
      case "rds" -> "2014-10-31";
      case "redshift" -> "2012-12-01";
      case "elasticache" -> "2015-02-02";
      default -> "";
    };
  }
}
