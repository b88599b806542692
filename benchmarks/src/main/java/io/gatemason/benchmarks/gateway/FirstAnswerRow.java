package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.peer.InvokeApi;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * How much later a service with integrations of AWS gives the first answer of a mock method, from
 * the start of its process on, than one without; and how long its first call of a function takes
 * right after that.
 */
public final class FirstAnswerRow implements Row {
  static final String MOCK = OrdersDocuments.paths(1).get(0);

  @Override
  public String id() {
    return "first-answer";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways plain = Gateways.of(run, id() + "-plain");
    Gateways aws = Gateways.of(run, id() + "-aws");
    plain.build(OrdersDocuments.mock());
    aws.build(OrdersDocuments.mock() + OrdersDocuments.awsMethods());
    double[] without = new double[run.rounds()];
    double[] added = new double[run.rounds()];
    double[] call = new double[run.rounds()];
    String event = aws.folder().resolve("event.json").toString();
    try (ServerUnderTest functions = aws.backend(InvokeApi.class, event)) {
      String[] settings = OrdersDocuments.awsSettings(functions.port());
      for (int turn = 0; turn < run.rounds(); turn++) {
        try (ServerUnderTest server = plain.started(settings)) {
          without[turn] = firstAnswer(server);
        }
        try (ServerUnderTest server = aws.started(settings)) {
          added[turn] = firstAnswer(server) - without[turn];
          call[turn] = seconds(server, OrdersDocuments.FUNCTION_PATH);
        }
      }
    }
    return List.of(
        Outcome.absolute(
            "First answer of a service with AWS integrations, later than the "
                + Numbers.text(Numbers.median(without))
                + " s of one without",
            Numbers.median(added),
            Numbers.spread(added),
            Goal.atMostSeconds(0.1)),
        Outcome.absolute(
            "First call of a function after that",
            Numbers.median(call),
            Numbers.spread(call),
            Goal.atMostSeconds(0.5)));
  }

  /** Seconds from the start of a process to the answer to its first request. */
  static double firstAnswer(ServerUnderTest server) throws IOException {
    Answer.of(server.port(), MOCK);
    return (System.nanoTime() - server.startedNanos()) / 1e9;
  }

  private static double seconds(ServerUnderTest server, String path) throws IOException {
    long start = System.nanoTime();
    Answer answer = Answer.of(server.port(), path);
    if (answer.status() != 200) {
      throw new IOException("The function's answer is " + answer.status());
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
