package io.gatemason.runtime.aws;

import io.gatemason.runtime.exchange.Call;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to AWS services: with the gateway's credentials ({@link AwsSigner}), or as whoever
 * makes a call, which the step that verified the caller leaves in the call's context
 * (docs/behaviour/integrations.md#caller-credentials). Safe for concurrent use.
 */
@FunctionalInterface
public interface RequestSigner {
  /** The role that stands for the caller. */
  Pattern CALLER = Pattern.compile("arn:aws[a-z-]{0,16}:iam::\\*:user/\\*");

  /**
   * The headers that sign {@code request}; none if it is sent unsigned.
   *
   * @throws GatewayFailure 500 if nobody can sign it who has to
   */
  Map<String, String> sign(AwsEndpoint endpoint, AwsRequest request);

  /** Whether a role of an integration stands for the caller; null is no role. */
  static boolean isCaller(@Nullable String role) {
    return role != null && CALLER.matcher(role).matches();
  }

  /**
   * Who signs for a call what is sent with the credentials of a role: the call's own signer if the
   * role stands for the caller, null if it does not.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if the caller has not signed the call
   */
  static @Nullable RequestSigner ofCaller(Call call, @Nullable String role) {
    if (!isCaller(role)) {
      return null;
    }
    RequestSigner signer = call.context().left(RequestSigner.class);
    if (signer == null) {
      throw GatewayFailure.configurationError(
          "the integration needs the credentials of the caller, who has not signed the request");
    }
    return signer;
  }
}
