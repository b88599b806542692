package io.gatemason.benchmarks.guard;

import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Condition;
import io.gatemason.runtime.policy.MethodArn;
import io.gatemason.runtime.policy.ResourcePattern;
import io.gatemason.runtime.policy.Surroundings;
import io.gatemason.runtime.policy.Verdict;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A resource policy of five statements, in the form in which the generator compiles them, judging a
 * call that it allows: every statement is asked.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
public class PolicyBenchmark {
  private static final ResourcePattern ADMIN = ResourcePattern.of("execute-api:/*/GET/admin*");
  private static final ResourcePattern ORDERS = ResourcePattern.of("execute-api:/*/*/orders/*");
  private static final Condition ELSEWHERE =
      Condition.of("NotIpAddress", "aws:SourceIp", "192.0.2.0/24", "2001:db8::/32", "10.0.0.0/8");
  private static final Condition CLEAR = Condition.of("Bool", "aws:SecureTransport", "false");
  private static final Condition BOT = Condition.of("StringLike", "aws:UserAgent", "*bot*");
  private static final Condition LATE =
      Condition.of("DateGreaterThan", "aws:CurrentTime", "2035-01-01T00:00:00Z");

  private static final AccessPolicy POLICY =
      call ->
          (ADMIN.fits(call) && ELSEWHERE.holds(call))
                  || (call.invokes() && CLEAR.holds(call))
                  || (call.invokes() && BOT.holds(call))
                  || (ORDERS.fits(call) && LATE.holds(call))
              ? Verdict.EXPLICIT_DENY
              : call.invokes() && ELSEWHERE.holds(call) ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;

  private AccessRequest call;

  /** Makes the call and proves that it is allowed. */
  @Setup
  public void setUp() {
    call =
        new AccessRequest(
            Action.INVOKE,
            MethodArn.of("arn:aws:execute-api:us-east-1:1:", "api", "prod", "GET", "orders/4711/x"),
            Caller.ANONYMOUS,
            new Client());
    if (judge() != Verdict.ALLOW) {
      throw new IllegalStateException("the call is not allowed");
    }
  }

  /** One judgement. */
  @Benchmark
  public Verdict judge() {
    return call.judgedBy(POLICY);
  }

  private static final class Client implements Surroundings {
    @Override
    public String sourceIp() {
      return "203.0.113.77";
    }

    @Override
    public boolean secure() {
      return true;
    }

    @Override
    public String header(String name) {
      return "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/130.0";
    }

    @Override
    public long epochMillis() {
      return 1_800_000_000_000L;
    }

    @Override
    public @Nullable PrivateEndpoint privateEndpoint() {
      return null;
    }
  }
}
