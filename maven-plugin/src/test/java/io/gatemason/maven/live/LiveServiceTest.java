package io.gatemason.maven.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.maven.live.LiveService.Start;
import io.gatemason.maven.report.BuildLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LiveServiceTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path folder;
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final int port = freePort();

  @Test
  void saysThatThePortIsTakenWhenItIs() throws Exception {
    Path program = program("throw new java.net.BindException(\"Address already in use\");");

    Optional<String> problem = service(() -> start(program)).run();

    assertTrue(problem.orElseThrow().contains("port is already in use"), problem.toString());
    assertTrue(errors.toString(StandardCharsets.UTF_8).contains("BindException"));
  }

  @Test
  void saysHowTheServiceEnded() throws Exception {
    assertEquals(
        Optional.of("The service ended with exit code 3."),
        service(() -> start(program("System.exit(3);"))).run());
    assertEquals(Optional.empty(), service(() -> start(program("System.exit(0);"))).run());
  }

  @Test
  void doesNotStartWhatCannotBeBuilt() throws Exception {
    assertEquals(Optional.of("The service cannot be built."), service(Optional::empty).run());
  }

  @Test
  void keepsServingTheOldVersionUntilANewOneIsBuilt() throws Exception {
    Path document = Files.writeString(folder.resolve("a.yaml"), "1");
    BlockingQueue<String> built = new LinkedBlockingQueue<>();
    LiveService service =
        service(
            () -> {
              String text = Files.readString(document);
              built.add(text);
              return switch (text) {
                case "broken" -> Optional.empty();
                case "failing" -> start(program("System.exit(3);"));
                default -> start(server());
              };
            });
    CompletableFuture<Optional<String>> end = CompletableFuture.supplyAsync(() -> run(service));
    awaitFile("started-1");
    assertEquals("1", built.poll(10, TimeUnit.SECONDS));

    Files.writeString(document, "broken");
    assertEquals("broken", built.poll(10, TimeUnit.SECONDS));
    assertTrue(String.valueOf(log.poll(10, TimeUnit.SECONDS)).contains("keeps serving"));
    assertTrue(Files.notExists(folder.resolve("stopped-1")));

    Files.writeString(document, "failing");
    assertEquals("failing", built.poll(10, TimeUnit.SECONDS));
    assertTrue(String.valueOf(log.poll(30, TimeUnit.SECONDS)).contains("exit code 3"));
    assertTrue(String.valueOf(log.poll(10, TimeUnit.SECONDS)).contains("keeps serving"));
    assertTrue(Files.notExists(folder.resolve("stopped-1")));

    Files.writeString(document, "2");
    assertEquals("2", built.poll(10, TimeUnit.SECONDS));
    awaitFile("stopped-1");
    awaitFile("started-2");

    service.stop();
    assertEquals(Optional.empty(), end.get(20, TimeUnit.SECONDS));
    awaitFile("stopped-2");
  }

  @Test
  void restartsWhenOnlyItsSettingsChange() throws Exception {
    Path settings = Files.writeString(folder.resolve("a.yaml"), "1");
    Path server = server();
    LiveService service = service(() -> start(server, Files.readString(settings)));
    CompletableFuture<Optional<String>> end = CompletableFuture.supplyAsync(() -> run(service));
    awaitFile("started-1");

    Files.writeString(settings, "2");
    awaitFile("stopped-1");
    awaitFile("started-2");

    service.stop();
    assertEquals(Optional.empty(), end.get(20, TimeUnit.SECONDS));
  }

  @Test
  void handsVersionsToAProgramThatTakesThem() throws Exception {
    Path document = Files.writeString(folder.resolve("a.yaml"), "1");
    Path program =
        program(
            """
            java.util.Scanner versions = new java.util.Scanner(System.in);
            while (versions.hasNextLine()) {
              new java.io.File("took-" + versions.nextLine() + "-" + ProcessHandle.current().pid()).mkdir();
            }
            new java.io.File("ended").mkdir();
            """);
    LiveService service =
        service(
            () ->
                Optional.of(
                    new Start(
                        List.of(JAVA.toString(), program.toString()),
                        Optional.of(Files.readString(document)),
                        "",
                        List.of())));
    CompletableFuture<Optional<String>> end = CompletableFuture.supplyAsync(() -> run(service));
    String first = awaitStart("took-1-");

    Files.writeString(document, "2");
    assertEquals(first.replace("took-1", "took-2"), awaitStart("took-2-"));

    service.stop();
    assertEquals(Optional.empty(), end.get(20, TimeUnit.SECONDS));
  }

  private String awaitStart(String prefix) {
    while (true) {
      String[] found = folder.toFile().list((dir, name) -> name.startsWith(prefix));
      if (found != null && found.length > 0) {
        return found[0];
      }
      Thread.onSpinWait();
    }
  }

  private LiveService service(LiveService.ServiceBuilder builder) {
    return new LiveService(
        builder,
        List.of(folder.resolve("a.yaml")),
        folder,
        new QueueLog(log),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private static Optional<String> run(LiveService service) {
    try {
      return service.run();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Start> start(Path program) {
    return start(program, "");
  }

  private Optional<Start> start(Path program, String settings) {
    return Optional.of(
        new Start(
            List.of(JAVA.toString(), program.toString()), Optional.empty(), settings, List.of()));
  }

  /** A program that needs a port, as every service does, and reads its name when it starts. */
  private Path server() throws IOException {
    return program(
        """
        String name = java.nio.file.Files.readString(java.nio.file.Path.of("a.yaml"));
        java.net.ServerSocket socket = new java.net.ServerSocket(%d);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> new java.io.File("stopped-" + name).mkdir()));
        new java.io.File("started-" + name).mkdir();
        new java.util.concurrent.CountDownLatch(1).await();
        """
            .formatted(port));
  }

  private Path program(String body) throws IOException {
    Path file = Files.createTempFile(folder, "Program", ".java");
    String text = "class P { public static void main(String[] a) throws Exception { %s } }";
    return Files.writeString(file, text.formatted(body));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitFile(String name) {
    Path file = folder.resolve(name);
    while (Files.notExists(file)) {
      Thread.onSpinWait();
    }
  }

  private record QueueLog(BlockingQueue<String> lines) implements BuildLog {
    @Override
    public void info(String line) {
      lines.add(line);
    }

    @Override
    public void warn(String line) {
      lines.add(line);
    }

    @Override
    public void error(String line) {
      lines.add(line);
    }
  }
}
