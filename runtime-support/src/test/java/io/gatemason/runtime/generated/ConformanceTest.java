package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.DiagnosticFormatter;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers of the real service, recorded as cases: every document that generates is served by one
 * gateway, and the cases' own runner asks it. Which cases pass is recorded; a case that passes
 * without being recorded fails the test as well, so that the record stays true.
 */
class ConformanceTest {
  private static final Path CASES = Path.of("src/test/resources/conformance");

  /** Cases in the same form for rules that none of the recorded ones asks for. */
  private static final Path OWN_CASES = Path.of("src/test/resources/conformance-own");

  private static final Path RECORD = Path.of("src/test/resources/conformance-open.txt");

  /** The port of the HTTP backend as the cases write it; a free one takes its place. */
  private static final String BACKEND_PORT = "18080";

  /** The cases to run, open ones too; all that are not open where none are named. */
  private static final Set<String> ONLY =
      Set.copyOf(
          Stream.of(System.getProperty("gatemason.cases", "").split(","))
              .filter(name -> !name.isBlank())
              .toList());

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void everyCaseAnswersAsTheServiceDidUnlessRecordedAsOpen() throws Exception {
    Assumptions.assumeTrue(pythonIsThere(), "skipped: no python3 on this machine for the runner");
    Set<String> expected = new TreeSet<>();
    Set<String> open = open().keySet();
    List<Path> documents = new ArrayList<>();
    for (Path each : cases()) {
      boolean wanted = ONLY.isEmpty() ? !open.contains(name(each)) : ONLY.contains(name(each));
      if (wanted && texts(each).isEmpty()) {
        documents.add(each);
        expected.add(name(each));
      }
    }
    assertEquals(expected, passing(documents));
  }

  @TestFactory
  Stream<DynamicTest> refusesTheDocumentsThatTheServiceRefuses() throws IOException {
    Set<String> open = open().keySet();
    return cases().stream()
        .filter(each -> !texts(each).isEmpty() && !open.contains(name(each)))
        .map(each -> DynamicTest.dynamicTest(name(each), () -> assertRefused(each)));
  }

  private void assertRefused(Path each) throws IOException {
    GenerationResult result = Generator.generate(request(each, folder.resolve("out")));
    String messages =
        result.diagnostics().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(DiagnosticFormatter::oneLine)
            .collect(Collectors.joining("\n"));
    for (String text : texts(each)) {
      assertTrue(
          messages.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)), messages);
    }
  }

  private Set<String> passing(List<Path> cases) throws Exception {
    String httpPort = freePort();
    Path copies = folder.resolve("cases");
    for (Path each : cases) {
      Path copy = Files.createDirectories(copies.resolve(name(each)));
      for (String file : List.of("api.yaml", "template.yaml", "case.json")) {
        if (Files.exists(each.resolve(file))) {
          String text = Files.readString(each.resolve(file));
          Files.writeString(copy.resolve(file), text.replace(BACKEND_PORT, httpPort));
        }
      }
    }
    GenerationRequest request = request(copies, folder.resolve("generated"));
    GenerationResult result = Generator.generate(request);
    assertEquals(
        List.of(),
        result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList());
    Path report = folder.resolve("report.json");
    String lambdaPort = freePort();
    String awsPort = freePort();
    Map<String, String> settings =
        Map.of(
            "gateway.aws.region",
            "us-east-1",
            "gateway.aws.endpoint-urls.lambda",
            "http://127.0.0.1:" + lambdaPort,
            "gateway.aws.endpoint-url",
            "http://127.0.0.1:" + awsPort,
            "gateway.iam.identities-file",
            CASES.resolve("identities.json").toString());
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    try (GeneratedService service =
        GeneratedService.startGenerated(request, folder.resolve("classes"), settings)) {
      run(service.port(), List.of(httpPort, lambdaPort, awsPort), copies, report);
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
    Set<String> passed = new TreeSet<>();
    for (JsonNode each : JSON.readTree(report.toFile())) {
      if (each.path("result").asText().equals("passed")) {
        passed.add(each.path("case").asText());
      }
    }
    return passed;
  }

  private void run(int port, List<String> backendPorts, Path cases, Path report) throws Exception {
    Path log = folder.resolve("runner.log");
    Process runner =
        new ProcessBuilder(
                "python3",
                CASES.resolve("run_conformance.py").toString(),
                "--cases",
                cases.toString(),
                "--base-url",
                "http://127.0.0.1:" + port,
                "--http-port",
                backendPorts.get(0),
                "--lambda-port",
                backendPorts.get(1),
                "--aws-port",
                backendPorts.get(2),
                "--json",
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = runner.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      runner.destroyForcibly();
    }
    System.out.println(Files.readString(log));
    assertTrue(ended, "the runner did not end");
  }

  /**
   * A free port below those that the system gives to clients, so that nobody takes it meanwhile.
   */
  private static String freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port)) {
        return Integer.toString(socket.getLocalPort());
      } catch (IOException e) {
        // Taken: the next one.
        continue;
      }
    }
  }

  private static GenerationRequest request(Path source, Path output) {
    return GenerationRequest.of(source, output, "io.example.gateway")
        .with(new ReadOptions(Optional.of("dev"), ReadOptions.BasePath.IGNORE));
  }

  /** Cases that do not pass yet, each with the reason. */
  private static Map<String, String> open() throws IOException {
    return Files.readAllLines(RECORD).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(Collectors.toMap(line -> line.split(":", 2)[0], line -> line.split(":", 2)[1]));
  }

  private static List<Path> cases() throws IOException {
    List<Path> cases = new ArrayList<>();
    for (Path root : List.of(CASES, OWN_CASES)) {
      try (Stream<Path> all = Files.list(root)) {
        cases.addAll(all.filter(Files::isDirectory).sorted().toList());
      }
    }
    return cases;
  }

  private static List<String> texts(Path each) {
    try {
      JsonNode fails =
          JSON.readTree(each.resolve("case.json").toFile()).path("build").path("fails");
      List<String> texts = new ArrayList<>();
      fails.forEach(text -> texts.add(text.asText()));
      return texts;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String name(Path each) {
    return each.getFileName().toString();
  }

  private static boolean pythonIsThere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
