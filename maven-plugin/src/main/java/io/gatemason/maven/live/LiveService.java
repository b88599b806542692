package io.gatemason.maven.live;

import io.gatemason.maven.report.BuildLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a service and replaces it whenever its sources change. The old one serves until the new one
 * has been built; while the new one cannot be built, the old one goes on.
 */
public final class LiveService {
  private static final long LOOK_MILLIS = 200;

  /** Builds the service from its sources as they are now. */
  public interface ServiceBuilder {
    /**
     * Builds it and says itself what is wrong.
     *
     * @return how to start it; empty when it cannot be built
     * @throws IOException when files cannot be read or written
     */
    Optional<Start> build() throws IOException;
  }

  /**
   * How to start a service.
   *
   * @param command the program and its arguments
   * @param inputs the files it was made from, to be watched from now on
   */
  public record Start(List<String> command, Collection<Path> inputs) {}

  private final ServiceBuilder builder;
  private final SourceWatch watch;
  private final Path folder;
  private final BuildLog log;
  private final PrintStream err;
  private volatile boolean stopped;
  private List<String> command = List.of();
  private Optional<ServiceProcess> process = Optional.empty();

  /**
   * Prepares a service; nothing starts yet.
   *
   * @param builder makes each version of it
   * @param watched the files and folders to watch
   * @param folder its working folder
   * @param log where this class reports
   * @param err where the error output of the service goes
   */
  public LiveService(
      ServiceBuilder builder,
      Collection<Path> watched,
      Path folder,
      BuildLog log,
      PrintStream err) {
    this.builder = builder;
    this.watch = new SourceWatch(watched);
    this.folder = folder;
    this.log = log;
    this.err = err;
  }

  /**
   * Runs until the first version ends by itself or {@link #stop()} is called.
   *
   * @return what is wrong; empty when it ended well, or when it was stopped
   * @throws IOException when files cannot be read or a process cannot be started
   * @throws InterruptedException when the thread was interrupted; the service is stopped then
   */
  public Optional<String> run() throws IOException, InterruptedException {
    Optional<Start> first = builder.build();
    if (first.isEmpty()) {
      return Optional.of("The service cannot be built.");
    }
    try {
      replaceBy(first.get());
      return watchAndReplace();
    } finally {
      stop();
    }
  }

  /** Stops the service for good; safe from any thread, and when it is stopped already. */
  public void stop() {
    stopped = true;
    current().ifPresent(ServiceProcess::stop);
  }

  private Optional<String> watchAndReplace() throws IOException, InterruptedException {
    boolean first = true;
    boolean reported = false;
    while (!stopped) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      ServiceProcess running = current().orElseThrow();
      if (!running.alive() && !stopped && !reported) {
        if (first) {
          return running.endedWell() ? Optional.empty() : Optional.of(running.ending());
        }
        log.error(running.ending() + " Waiting for a change.");
        reported = true;
      }
      if (watch.changed()) {
        Optional<Start> next = builder.build();
        if (next.isPresent()) {
          first &= !replaceBy(next.get());
          reported = false;
        } else {
          log.warn("The last good version keeps serving. Waiting for a change.");
        }
      }
    }
    return Optional.empty();
  }

  private synchronized Optional<ServiceProcess> current() {
    return process;
  }

  /** Does nothing, and says so, when the change made no difference to the service. */
  private synchronized boolean replaceBy(Start next) throws IOException {
    watch.add(next.inputs());
    if (process.isPresent() && process.get().alive() && command.equals(next.command())) {
      return false;
    }
    process.ifPresent(ServiceProcess::stop);
    if (!stopped) {
      command = next.command();
      process = Optional.of(ServiceProcess.start(command, folder, err));
    }
    return true;
  }
}
