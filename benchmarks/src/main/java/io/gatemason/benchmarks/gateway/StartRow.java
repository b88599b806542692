package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** From the start of the process to the first answer, against a bare handler. */
public final class StartRow implements Row {

  @Override
  public String id() {
    return "start";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.of(run, id());
    Answer answer;
    try (ServerUnderTest ours = gateways.generated(OrdersDocuments.mock())) {
      answer = Answer.of(ours.port(), FirstAnswerRow.MOCK);
    }
    double[] seconds = new double[run.rounds()];
    double[] bare = new double[run.rounds()];
    double[] ratios = new double[run.rounds()];
    for (int turn = 0; turn < run.rounds(); turn++) {
      try (ServerUnderTest ours = gateways.started()) {
        seconds[turn] = FirstAnswerRow.firstAnswer(ours);
      }
      try (ServerUnderTest peer = gateways.bareHandler(answer)) {
        bare[turn] = FirstAnswerRow.firstAnswer(peer);
      }
      ratios[turn] = seconds[turn] / bare[turn];
    }
    return List.of(
        Outcome.compared(
            "First answer after the start of the process, against a bare Helidon handler",
            Numbers.text(Numbers.median(seconds)) + " s",
            Numbers.text(Numbers.median(bare)) + " s",
            Numbers.median(ratios),
            Numbers.spread(ratios),
            Goal.atMost(1.2)));
  }
}
