package io.gatemason.runtime.function;

import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function, perhaps one version of it, and how it is called. Immutable and safe for concurrent
 * use; made once, as a constant or when the service starts.
 */
public final class LambdaFunction {
  private static final int DEFAULT_TIMEOUT_MILLIS =
      Math.toIntExact(Limits.INTEGRATION_TIME.toMillis());
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:arn:(aws[a-z-]{0,16}):lambda:([a-z0-9-]{1,32}):)?([0-9]{12}):function:)?"
              + "([A-Za-z0-9_-]{1,140})(?::(\\$LATEST|[A-Za-z0-9_-]{1,128}))?");

  private final String id;
  private final String partition;
  private final String region;
  private final String name;
  private final String qualifier;
  private final int timeoutMillis;
  private final @Nullable String role;

  private LambdaFunction(
      String id,
      String partition,
      String region,
      String name,
      String qualifier,
      int timeoutMillis,
      @Nullable String role) {
    this.id = id;
    this.partition = partition;
    this.region = region;
    this.name = name;
    this.qualifier = qualifier;
    this.timeoutMillis = timeoutMillis;
    this.role = role;
  }

  /**
   * The function of this name, {@code account:function:name}, or ARN, each with a version or alias
   * after a further colon or without. The time limit is 29000 ms.
   *
   * @throws IllegalArgumentException if {@code text} is anything else
   */
  public static LambdaFunction of(String text) {
    LambdaFunction function = read(text);
    if (function == null) {
      throw new IllegalArgumentException("no function name or ARN: " + text);
    }
    return function;
  }

  /**
   * As {@link #of}, for a text that is put together when the service starts or later. A malformed
   * one, such as that of a missing stage variable, is a configuration error of the API: it fails
   * the requests that it is meant for, see {@link #requireAddress}.
   */
  public static LambdaFunction parse(String text) {
    LambdaFunction function = read(text);
    return function == null
        ? new LambdaFunction("", "", "", "", "", DEFAULT_TIMEOUT_MILLIS, null)
        : function;
  }

  /**
   * Does nothing if the text named something.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if it was malformed
   */
  public void requireAddress() {
    if (name.isEmpty()) {
      throw GatewayFailure.configurationError("Invalid endpoint address");
    }
  }

  private static @Nullable LambdaFunction read(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    String qualifier = orEmpty(parts.group(5));
    String id =
        qualifier.isEmpty() ? text : text.substring(0, text.length() - qualifier.length() - 1);
    return new LambdaFunction(
        id,
        parts.group(1) == null ? "aws" : parts.group(1),
        orEmpty(parts.group(2)),
        parts.group(4),
        qualifier,
        DEFAULT_TIMEOUT_MILLIS,
        null);
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** The same with another limit in milliseconds on the time that an invocation may take. */
  public LambdaFunction withTimeoutMillis(int millis) {
    if (millis < 1) {
      throw new IllegalArgumentException("timeout of " + millis + " ms");
    }
    return new LambdaFunction(id, partition, region, name, qualifier, millis, role);
  }

  /** The same, invoked with the credentials of an IAM role; what this means is a setting. */
  public LambdaFunction withCredentials(String roleArn) {
    return new LambdaFunction(id, partition, region, name, qualifier, timeoutMillis, roleArn);
  }

  /** The function as it was named, without its version or alias. */
  public String id() {
    return id;
  }

  /** Where Lambda would be asked to invoke it, as execution logs show it. */
  public String uri() {
    String host = region.isEmpty() ? "lambda" : "lambda." + region + ".amazonaws.com";
    String version = qualifier.isEmpty() ? "" : "?Qualifier=" + qualifier;
    return "https://" + host + "/2015-03-31/functions/" + id + "/invocations" + version;
  }

  /** The bare name. */
  public String name() {
    return name;
  }

  /** Version or alias, "" if none is named. */
  public String qualifier() {
    return qualifier;
  }

  /** The partition of the ARN, "aws" if the function was not named by one. */
  public String partition() {
    return partition;
  }

  /** The region of the ARN, "" if the function was not named by one. */
  public String region() {
    return region;
  }

  /** The limit in milliseconds on the time that an invocation may take. */
  public int timeoutMillis() {
    return timeoutMillis;
  }

  /** The integration's role, null if it has none. */
  public @Nullable String role() {
    return role;
  }
}
