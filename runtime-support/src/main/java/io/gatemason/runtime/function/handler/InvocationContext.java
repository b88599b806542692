package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.function.FunctionCall;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a function may know of its invocation. */
final class InvocationContext implements Context {
  private static final String UNQUALIFIED = "$LATEST";

  private final FunctionCall call;
  private final String logStream;
  private final int memoryMegabytes;
  private final LambdaLogger log;
  private final Ticker ticker;
  private final long deadlineNanos;

  /** The time of an invocation begins here. */
  InvocationContext(
      FunctionCall call,
      String logStream,
      int memoryMegabytes,
      LambdaLogger log,
      Ticker ticker,
      int limitMillis) {
    this.call = call;
    this.logStream = logStream;
    this.memoryMegabytes = memoryMegabytes;
    this.log = log;
    this.ticker = ticker;
    this.deadlineNanos = ticker.nanos() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
  }

  /** The id of the gateway's request, so that both logs tell the same story. */
  @Override
  public String getAwsRequestId() {
    return call.requestId();
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + getFunctionName();
  }

  @Override
  public String getLogStreamName() {
    return logStream;
  }

  @Override
  public String getFunctionName() {
    return call.function().name();
  }

  /** A version is a number; an alias stands for one that only the service knows. */
  @Override
  public String getFunctionVersion() {
    String qualifier = call.function().qualifier();
    boolean version = !qualifier.isEmpty() && qualifier.chars().allMatch(Character::isDigit);
    return version ? qualifier : UNQUALIFIED;
  }

  @Override
  public String getInvokedFunctionArn() {
    return call.functionArn("us-east-1");
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return InvokingClient.of(call.clientContext());
  }

  @Override
  public int getRemainingTimeInMillis() {
    long nanos = deadlineNanos - ticker.nanos();
    return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  @Override
  public int getMemoryLimitInMB() {
    return memoryMegabytes;
  }

  @Override
  public LambdaLogger getLogger() {
    return log;
  }

  @Override
  public String getXrayTraceId() {
    return call.traceId();
  }
}
