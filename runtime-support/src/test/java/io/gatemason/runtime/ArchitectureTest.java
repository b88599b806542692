package io.gatemason.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.gatemason.runtime.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.gatemason.runtime");

  /**
   * The rooms and what each may import besides itself, one line per room. A row includes what its
   * rooms may import. The server may import all, and nothing but live imports it.
   */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          room("clock"),
          room("config"),
          room("json"),
          room("digest"),
          room("regex"),
          room("failure", "digest"),
          room("log", "clock"),
          room("client"),
          room("store", "clock"),
          room("store.redis", "store", "digest"),
          room("payload", "failure", "json"),
          room("stage"),
          room("pem"),
          room("domain", "stage", "client"),
          room("exchange", "stage", "client", "payload", "failure", "json", "log", "clock"),
          room("traffic", "exchange"),
          room("observe", "config", "traffic", "otlp", "trace", "waf.log"),
          room("otlp"),
          room("trace", "exchange", "otlp"),
          room("policy", "exchange"),
          room("auth.identity", "policy", "store"),
          room("auth.token", "store", "exchange", "regex"),
          room("schema.format"),
          room("schema", "schema.format", "exchange", "regex"),
          room("template", "exchange", "regex"),
          room("throttle", "store", "exchange"),
          room("cache", "store", "exchange"),
          room("transport", "exchange", "config"),
          room("aws", "transport"),
          room("auth.signature", "auth.identity", "aws"),
          room("function.event", "exchange"),
          room("function", "function.event", "aws"),
          room("function.handler", "function"),
          room("function.host", "function"),
          room("integration", "function.host", "regex"),
          room("auth", "auth.signature", "auth.token", "function"),
          room("httpapi", "integration", "auth"),
          room("waf.text"),
          room("waf", "exchange", "regex", "waf.text"),
          room("waf.log", "waf"),
          room("waf.managed", "waf"),
          room("websocket", "function", "template", "store"),
          room(
              "service",
              "integration",
              "auth",
              "throttle",
              "cache",
              "store.redis",
              "pem",
              "waf",
              "websocket"),
          room("console", "service", "traffic"),
          room("management", "observe", "console"),
          room("live", "server"),
          room("server.setting", "exchange"),
          room("server.wire", "exchange"),
          room("server.http1", "server.wire"),
          room("server.http2", "server.wire"),
          room("server.tls", "server.wire", "domain", "pem"),
          room("server.entrance", "auth", "domain"),
          room("server.connection", "server.http1", "server.http2", "server.tls"));

  private static final int MOST_CLASSES = 30;
  private static final int MOST_LINES = 250;

  private static final String[] HELIDON_ANYWHERE = {"io.helidon.http", "io.helidon.webserver.http"};

  private static Map.Entry<String, List<String>> room(String name, String... imports) {
    return Map.entry(name, List.of(imports));
  }

  @Test
  void packagesImportOnlyWhatTheTableAllows() {
    for (String name : MAY_IMPORT.keySet()) {
      String[] permitted = reachable(name).map(each -> ROOT + each).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + name)
          .should(
              dependOnClassesThat(
                  resideInAPackage("io.gatemason..")
                      .and(DescribedPredicate.not(resideInAnyPackage(permitted)))))
          .check(CLASSES);
    }
  }

  /** The room itself, what it may import, and what that may import. */
  private static Stream<String> reachable(String name) {
    return Stream.concat(
        Stream.of(name),
        MAY_IMPORT.getOrDefault(name, List.of()).stream().flatMap(ArchitectureTest::reachable));
  }

  @Test
  void theTableHasExactlyTheRoomsThatExist() {
    Set<String> rooms =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()))
            .filter(name -> !name.equals("server"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(rooms, new TreeSet<>(MAY_IMPORT.keySet()));
  }

  @Test
  void noRoomAndNoClassIsTooLarge() throws IOException {
    Map<Path, Integer> sizes = new TreeMap<>();
    List<String> tooLong;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .toList();
      sources.forEach(file -> sizes.merge(file.getParent(), 1, Integer::sum));
      tooLong =
          sources.stream()
              .filter(file -> lines(file) > MOST_LINES)
              .map(file -> file + " has " + lines(file) + " lines")
              .toList();
    }
    sizes.values().removeIf(count -> count <= MOST_CLASSES);
    assertEquals(Map.of(), sizes);
    assertEquals(List.of(), tooLong);
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.gatemason.runtime.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheEdgesUseMoreOfHelidonThanRequestResponseHeaderAndStatus() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + "server..",
            ROOT + "config",
            ROOT + "transport",
            ROOT + "aws",
            ROOT + "function.host",
            ROOT + "service",
            ROOT + "observe",
            ROOT + "console",
            ROOT + "otlp",
            ROOT + "trace",
            ROOT + "management")
        .should(
            dependOnClassesThat(
                resideInAPackage("io.helidon..")
                    .and(DescribedPredicate.not(resideInAnyPackage(HELIDON_ANYWHERE)))
                    .and(DescribedPredicate.not(partOfARequest()))))
        .check(CLASSES);
  }

  /** Types without which a request cannot be asked for its path, query, body or peer. */
  private static DescribedPredicate<JavaClass> partOfARequest() {
    return DescribedPredicate.describe(
        "part of a request",
        type ->
            List.of(
                    "io.helidon.common.uri.UriQuery",
                    "io.helidon.common.uri.UriPath",
                    "io.helidon.common.socket.PeerInfo",
                    "io.helidon.http.media.ReadableEntity")
                .contains(type.getName()));
  }

  @Test
  void nothingReflectsOrReadsClocksOutsideTheClockPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "clock")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ServiceLoader.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CLASSES);
  }

  @Test
  void noPublicClassHasAVagueName() {
    noClasses()
        .that()
        .arePublic()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CLASSES);
  }

  @Test
  void exceptionsCarryASuffixThatSaysSo() {
    classes()
        .that()
        .areAssignableTo(RuntimeException.class)
        .should()
        .haveSimpleNameEndingWith("Exception")
        .orShould()
        .haveSimpleNameEndingWith("Failure")
        .check(CLASSES);
  }

  @Test
  void everyPackageDescribesItselfInOneSentence() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Map<Path, List<Path>> byFolder =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.groupingBy(Path::getParent));
      for (Path folder : byFolder.keySet()) {
        Path info = folder.resolve("package-info.java");
        assertTrue(Files.exists(info), () -> folder + " has no package-info.java");
        String text = Files.readString(info);
        assertTrue(text.contains("@NullMarked"), () -> info + " is not @NullMarked");
        String sentence = text.substring(text.indexOf("/**") + 3, text.indexOf("*/")).strip();
        long ends = Arrays.stream(sentence.split("")).filter(c -> c.equals(".")).count();
        assertTrue(
            sentence.endsWith(".") && ends == 1, () -> info + " is not one sentence: " + sentence);
      }
    }
  }
}
