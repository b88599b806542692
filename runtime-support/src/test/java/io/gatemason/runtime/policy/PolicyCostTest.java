package io.gatemason.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Policies as the generator compiles them judge calls without allocating anything. */
class PolicyCostTest {
  private static final ResourcePattern ADMIN = ResourcePattern.of("execute-api:/*/GET/admin*");
  private static final ResourcePattern ORDERS = ResourcePattern.of("execute-api:/*/*/orders/*");
  private static final Condition ELSEWHERE =
      Condition.of("NotIpAddress", "aws:SourceIp", "192.0.2.0/24", "2001:db8::/32", "10.0.0.0/8");
  private static final Condition CLEAR = Condition.of("Bool", "aws:SecureTransport", "false");
  private static final Condition BOT = Condition.of("StringLike", "aws:UserAgent", "*bot*");
  private static final Condition LATE =
      Condition.of("DateGreaterThan", "aws:CurrentTime", "2035-01-01T00:00:00Z");

  private static final AccessPolicy FIVE_STATEMENTS =
      call ->
          (ADMIN.fits(call) && ELSEWHERE.holds(call))
                  || (call.invokes() && CLEAR.holds(call))
                  || (call.invokes() && BOT.holds(call))
                  || (ORDERS.fits(call) && LATE.holds(call))
              ? Verdict.EXPLICIT_DENY
              : call.invokes() && ELSEWHERE.holds(call) ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;

  private record Client(String sourceIp, boolean secure, long epochMillis) implements Surroundings {
    @Override
    public String header(String name) {
      return "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/130.0";
    }

    @Override
    public PrivateEndpoint privateEndpoint() {
      return null;
    }
  }

  @Test
  void allocatesNothing() {
    AccessRequest call =
        new AccessRequest(
            Action.INVOKE,
            MethodArn.of("arn:aws:execute-api:us-east-1:1:", "api", "prod", "GET", "orders/4711/x"),
            Caller.ANONYMOUS,
            new Client("203.0.113.77", true, 1_800_000_000_000L));
    assertEquals(Verdict.ALLOW, call.judgedBy(FIVE_STATEMENTS));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    int allowed = 0;
    for (int i = 0; i < 10_000; i++) {
      allowed += call.judgedBy(FIVE_STATEMENTS).allows() ? 1 : 0;
    }
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertEquals(10_000, allowed);
    assertTrue(allocated < 10_000, allocated + " bytes in 10,000 calls");
  }
}
