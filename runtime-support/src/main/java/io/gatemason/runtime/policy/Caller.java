package io.gatemason.runtime.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call: a user, a session of a role, the root of an account, or nobody in particular.
 * Immutable.
 *
 * @param arn of the user ({@code arn:aws:iam::…:user/path/name}), the session ({@code
 *     arn:aws:sts::…:assumed-role/role/session}) or the root ({@code arn:aws:iam::…:root}); "" for
 *     an anonymous caller
 * @param accountId twelve digits, "" for an anonymous caller
 * @param userId the unique id, "" for an anonymous caller
 * @param tags the principal's tags
 */
public record Caller(String arn, String accountId, String userId, Map<String, String> tags) {
  /** Nobody in particular: the call is not signed. */
  public static final Caller ANONYMOUS = new Caller("", "", "", Map.of());

  private static final String SESSION = ":assumed-role/";

  public Caller {
    tags = Map.copyOf(tags);
  }

  /** Whether the call is not signed. */
  public boolean anonymous() {
    return arn.isEmpty();
  }

  /** Whether the caller belongs to the account, by any kind of identity. */
  public boolean isOf(String account) {
    return !anonymous() && accountId.equals(account);
  }

  /** Whether the caller has this ARN: a user, a session, or an account's root. */
  public boolean is(String principalArn) {
    return !anonymous() && arn.equals(principalArn);
  }

  /** Whether the caller is a session of the role of this name in the account. */
  public boolean isSessionOf(String account, String roleName) {
    String role = roleName();
    return isOf(account) && role != null && role.equals(roleName);
  }

  /**
   * The ARN of the principal: for a session that of its role, without the role's path, which
   * sessions do not show.
   */
  String principalArn() {
    String role = roleName();
    if (role == null) {
      return arn;
    }
    return "arn:" + arn.split(":", 3)[1] + ":iam::" + accountId + ":role/" + role;
  }

  /** Account, User, FederatedUser, AssumedRole or Anonymous. */
  String type() {
    if (anonymous()) {
      return "Anonymous";
    }
    if (roleName() != null) {
      return "AssumedRole";
    }
    if (arn.contains(":federated-user/")) {
      return "FederatedUser";
    }
    return arn.endsWith(":root") ? "Account" : "User";
  }

  /** The last part of a user's ARN, null for whoever is no user. */
  @Nullable String userName() {
    int user = arn.indexOf(":user/");
    return user < 0 ? null : arn.substring(arn.lastIndexOf('/') + 1);
  }

  private @Nullable String roleName() {
    int start = arn.indexOf(SESSION);
    if (start < 0) {
      return null;
    }
    int end = arn.indexOf('/', start + SESSION.length());
    return end < 0 ? null : arn.substring(start + SESSION.length(), end);
  }
}
