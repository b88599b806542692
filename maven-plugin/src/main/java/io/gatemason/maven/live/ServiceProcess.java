package io.gatemason.maven.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running service: a Java process whose output appears with that of the build. */
final class ServiceProcess {
  private static final long STOP_SECONDS = 10;
  private static final long START_SECONDS = 15;

  private final Process process;
  private final Thread errors;
  private volatile boolean portTaken;

  private ServiceProcess(Process process, PrintStream err) {
    this.process = process;
    this.errors = new Thread(() -> copyErrors(err), "gateway errors");
    errors.setDaemon(true);
    errors.start();
  }

  /**
   * Starts one.
   *
   * @param start the program and its first version
   * @param folder its working folder
   * @param err where its error output goes
   */
  static ServiceProcess start(LiveService.Start start, Path folder, PrintStream err)
      throws IOException {
    Process process =
        new ProcessBuilder(start.command())
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    ServiceProcess service = new ServiceProcess(process, err);
    if (start.version().isPresent()) {
      service.take(start.version().get());
    } else {
      process.getOutputStream().close();
    }
    return service;
  }

  /** Has a program that takes versions become another one; nothing if it has ended. */
  void take(String version) {
    // The child reads in the encoding of the platform.
    byte[] line = (version + System.lineSeparator()).getBytes(Charset.defaultCharset());
    try {
      process.getOutputStream().write(line);
      process.getOutputStream().flush();
    } catch (IOException e) {
      // Whoever looks whether it is alive will see why it ended.
      process.destroy();
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Why it ended; only for one that is no longer alive. */
  String ending() throws InterruptedException {
    errors.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    return portTaken
        ? "The service did not start: its port is already in use. Stop what listens there, or"
            + " choose another port with -Dserver.port=<port>."
        : "The service ended with exit code " + process.exitValue() + ".";
  }

  /** Waits until it ends, for some seconds; false if it ended for another reason than its port. */
  boolean comesToItsPort() throws InterruptedException {
    if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
      return true;
    }
    errors.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    return portTaken;
  }

  boolean endedWell() {
    return process.exitValue() == 0;
  }

  /** Asks it to end, then makes it; returns when it is gone. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void copyErrors(PrintStream err) {
    // The child writes in the encoding of the platform, as the build does.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), Charset.defaultCharset()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        portTaken |=
            line.contains("java.net.BindException") || line.contains("its port is already in use");
        err.println(line);
      }
    } catch (IOException e) {
      err.println("The service's error output ended early: " + e.getMessage());
    }
  }
}
