package io.gatemason.runtime.function.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.LambdaFunction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class FunctionHostTest {

  @Test
  void oneProcessServesOneInvocationAfterTheOther() throws Exception {
    try (HostFixture host = HostFixture.with("concurrency", "1")) {
      String pid = host.invoke("pid");
      for (int i = 0; i < 20; i++) {
        assertEquals(pid, host.invoke("pid"));
      }
    }
  }

  @Test
  void invocationsAtTheSameTimeHaveProcessesOfTheirOwn() throws Exception {
    try (HostFixture host = HostFixture.with("concurrency", "2")) {
      CompletableFuture<String> one = host.start(host.hold());
      CompletableFuture<String> two = host.start(host.hold());
      host.awaitHeld();
      host.awaitHeld();
      GatewayFailure refused = assertThrows(GatewayFailure.class, () -> host.invoke("pid"));
      assertEquals(GatewayResponseType.DEFAULT_5XX, refused.type());
      assertTrue(String.valueOf(refused.getMessage()).contains("status: 429"));
      host.release();
      assertEquals("held 1", HostFixture.await(one));
      assertEquals("held 1", HostFixture.await(two));
    }
  }

  @Test
  void processIsToldWhatLambdaTells(@TempDir Path folder) throws Exception {
    try (HostFixture host =
        HostFixture.with(
            "handler", "index.handler",
            "directory", folder.toString(),
            "memory-megabytes", "256",
            "environment.TABLE", "orders-table",
            "environment.TZ", "Europe/Oslo")) {
      assertEquals("orders", host.invoke("env AWS_LAMBDA_FUNCTION_NAME"));
      assertEquals("$LATEST", host.invoke("env AWS_LAMBDA_FUNCTION_VERSION"));
      assertEquals("256", host.invoke("env AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
      assertEquals("index.handler", host.invoke("env _HANDLER"));
      assertEquals("eu-west-1", host.invoke("env AWS_REGION"));
      assertEquals("orders-table", host.invoke("env TABLE"));
      assertEquals("Europe/Oslo", host.invoke("env TZ"));
      assertEquals(folder.toString(), host.invoke("env LAMBDA_TASK_ROOT"));
      assertEquals(folder.toRealPath().toString(), host.invoke("folder"));
      assertEquals(
          "arn:aws:lambda:eu-west-1:123456789012:function:orders:live",
          host.invoke("header Lambda-Runtime-Invoked-Function-Arn"));
      assertEquals("Root=1-2-3", host.invoke("header Lambda-Runtime-Trace-Id"));
      FunctionCall call = HostFixture.call("\"header Lambda-Runtime-Client-Context\"", false);
      assertEquals(
          "\"{\"a\":\"\\u00fc\"}\"",
          new String(
              host.invoke(call.withContext("{\"a\":\"ü\"}")).payload().bytes(),
              StandardCharsets.UTF_8));
      long left =
          Long.parseLong(host.invoke("header Lambda-Runtime-Deadline-Ms"))
              - System.currentTimeMillis();
      assertTrue(left > 0 && left <= 3_000, () -> "time left: " + left);
    }
  }

  @Test
  void gatewaysOwnEnvironmentIsNotHandedOnButForWhatProgramsAndAwsNeed() {
    Map<String, String> variables =
        ChildEnvironment.of(
            new FunctionSettings(
                "orders", "", "", Path.of("/"), List.of(), Duration.ZERO, 128, 1, Map.of()),
            Map.of(
                "PATH",
                "/bin",
                "GATEWAY_STORE_PASSWORD",
                "secret",
                "AWS_PROFILE",
                "dev",
                "AWS_LAMBDA_RUNTIME_API",
                "elsewhere:1"),
            "eu-west-1",
            "127.0.0.1:2");
    assertEquals("/bin", variables.get("PATH"));
    assertEquals("dev", variables.get("AWS_PROFILE"));
    assertEquals("127.0.0.1:2", variables.get("AWS_LAMBDA_RUNTIME_API"));
    assertFalse(variables.containsKey("GATEWAY_STORE_PASSWORD"));
  }

  @Test
  void reportedErrorIsAFunctionErrorAndTheProcessStays() throws Exception {
    try (HostFixture host = HostFixture.with()) {
      String pid = host.invoke("pid");
      assertEquals("error {errorMessage:broken}", host.invoke("fail broken"));
      assertEquals(pid, host.invoke("pid"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3,Runtime exited with error: exit status 3",
    "0,Runtime exited without providing a reason"
  })
  void crashIsAFunctionErrorAndTheNextInvocationStartsAProcess(int status, String message)
      throws Exception {
    try (HostFixture host = HostFixture.with("concurrency", "1")) {
      String pid = host.invoke("pid");
      FunctionCall call = HostFixture.call("\"exit " + status + "\"", false);
      assertEquals(
          "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: "
              + call.requestId()
              + " Error: "
              + message
              + "\"}",
          new String(host.invoke(call).payload().bytes(), StandardCharsets.UTF_8));
      assertNotEquals(pid, host.invoke("pid"));
    }
  }

  @Test
  void invocationThatTakesTooLongIsEndedWithItsProcesses() throws Exception {
    try (HostFixture host = HostFixture.with("timeout-seconds", "1", "concurrency", "1")) {
      long child = Long.parseLong(host.invoke("child " + host.port()));
      host.awaitHeld();
      ProcessHandle grandchild = ProcessHandle.of(child).orElseThrow();
      String result = host.invoke(host.hold());
      assertTrue(result.startsWith("error {errorType:Sandbox.Timedout"), result);
      assertTrue(result.endsWith("Error: Task timed out after 1.00 seconds}"), result);
      grandchild.onExit().get(30, TimeUnit.SECONDS);
      assertNotEquals("", host.invoke("pid"));
    }
  }

  @Test
  void integrationThatDoesNotWaitSoLongLeavesTheFunctionRunning() throws Exception {
    try (HostFixture host = HostFixture.with("concurrency", "1", "timeout-seconds", "60")) {
      String pid = host.invoke("pid");
      FunctionCall call = HostFixture.call("\"" + host.hold() + "\"", false);
      FunctionCall hasty =
          new FunctionCall(
              LambdaFunction.of("orders").withTimeoutMillis(1),
              call.payload(),
              false,
              call.requestId(),
              call.apiId(),
              call.accountId(),
              call.traceId(),
              Limits.DEFAULT.payloadBytes(),
              "",
              null,
              headers -> {});
      GatewayFailure failure = assertThrows(GatewayFailure.class, () -> host.invoke(hasty));
      assertEquals(GatewayResponseType.INTEGRATION_TIMEOUT, failure.type());
      host.awaitHeld();
      host.invoke(HostFixture.call("\"fail afterwards\"", true));
      host.release();
      host.awaitLog("afterwards");
      assertEquals(pid, host.invoke("pid"));
    }
  }

  @Test
  void failureToInitialiseIsTheErrorThatTheProcessReports() throws Exception {
    try (HostFixture host = HostFixture.starting("fail")) {
      assertEquals("error {errorMessage:no,errorType:Init}", host.invoke("pid"));
      assertTrue(host.awaitLog("202").endsWith(": 202"));
      assertEquals("error {errorMessage:no,errorType:Init}", host.invoke("pid"));
    }
    try (HostFixture host = HostFixture.starting("exit")) {
      String result = host.invoke("pid");
      assertTrue(result.endsWith("Runtime exited with error: exit status 7}"), result);
    }
  }

  @Test
  void oversizedResultAndEventAreRefused() throws Exception {
    try (HostFixture host = HostFixture.with()) {
      int most = RuntimeErrors.PAYLOAD_BYTES;
      assertEquals(most - 2, host.invoke("big " + (most - 2)).length());
      assertEquals(
          "error {errorType:Function.ResponseSizeTooLarge,errorMessage:Response payload size"
              + " exceeded maximum allowed payload size (6291556 bytes).}",
          host.invoke("big " + (most - 1)));
      String event = "\"" + "x".repeat(most - 1) + "\"";
      GatewayFailure refused =
          assertThrows(GatewayFailure.class, () -> host.invoke(HostFixture.call(event, false)));
      assertTrue(String.valueOf(refused.getMessage()).contains("status: 413"));
    }
  }

  @Test
  void callsOutOfOrderAreRefused() throws Exception {
    try (HostFixture host = HostFixture.with()) {
      assertEquals("403 403 400 404 404 405", host.invoke("misuse"));
    }
  }

  @Test
  void outputIsLoggedLineByLineWithFunctionAndRequest() throws Exception {
    try (HostFixture host = HostFixture.with()) {
      FunctionCall call = HostFixture.call("\"print hello\"", false);
      host.invoke(call);
      assertEquals(
          "function orders, request " + call.requestId() + ": out hello forged",
          host.awaitLog("out hello"));
      host.stop();
      String last = host.awaitLog("err without");
      assertTrue(last.endsWith(": err without end"), last);
    }
  }

  @Test
  void asynchronousInvocationsWaitForAProcessAndTheirErrorsAreLogged() throws Exception {
    try (HostFixture host = HostFixture.with("concurrency", "1", "timeout-seconds", "60")) {
      CompletableFuture<String> first = host.start(host.hold());
      host.awaitHeld();
      List<FunctionCall> calls = new ArrayList<>();
      for (String event : List.of("print one", "print two", "fail three")) {
        FunctionCall call = HostFixture.call("\"" + event + "\"", true);
        assertEquals(0, host.invoke(call).payload().bytes().length);
        calls.add(call);
      }
      host.release();
      assertEquals("held 1", HostFixture.await(first));
      assertTrue(host.awaitLog("out one").contains(calls.get(0).requestId()));
      assertTrue(host.awaitLog("out two").contains(calls.get(1).requestId()));
      assertTrue(host.awaitLog("three").contains(calls.get(2).requestId()));
    }
  }

  @Test
  void acceptedInvocationsEndBeforeTheHostDoes() throws Exception {
    try (HostFixture host = HostFixture.with("concurrency", "1")) {
      host.invoke("pid");
      host.invoke(HostFixture.call("\"print late\"", true));
      host.invoke(HostFixture.call("\"print last\"", true));
      host.stop();
      assertTrue(host.awaitLog("out last").contains("out last"));
      GatewayFailure failure = assertThrows(GatewayFailure.class, () -> host.invoke("pid"));
      assertEquals(GatewayResponseType.INTEGRATION_FAILURE, failure.type());
    }
  }

  @Test
  void processesEndWithTheHost() throws Exception {
    ProcessHandle idle;
    ProcessHandle grandchild;
    try (HostFixture host = HostFixture.with()) {
      grandchild =
          ProcessHandle.of(Long.parseLong(host.invoke("child " + host.port()))).orElseThrow();
      idle = ProcessHandle.of(Long.parseLong(host.invoke("pid"))).orElseThrow();
      host.awaitHeld();
    }
    idle.onExit().get(30, TimeUnit.SECONDS);
    grandchild.onExit().get(30, TimeUnit.SECONDS);
  }

  @Test
  void processesEndWithAGatewayThatIsKilled() throws Exception {
    List<String> command = new ArrayList<>(HostFixture.command());
    command.set(command.indexOf("-cp") + 1, System.getProperty("java.class.path"));
    command.set(command.size() - 1, KilledGateway.class.getName());
    Process gateway =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8))) {
      String pid = String.valueOf(output.readLine());
      ProcessHandle function = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      gateway.destroyForcibly().waitFor();
      function.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  /** A gateway that invokes its function once. */
  static final class KilledGateway {
    private KilledGateway() {}

    public static void main(String[] args) throws IOException {
      System.out.println(HostFixture.with().invoke("pid"));
    }
  }
}
