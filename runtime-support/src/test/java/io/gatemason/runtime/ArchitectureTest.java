package io.gatemason.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.gatemason.runtime.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.gatemason.runtime");

  /** The table of allowed imports: what a package may use besides itself. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("clock", List.of()),
          Map.entry("json", List.of()),
          Map.entry("exchange", List.of("json", "clock")),
          Map.entry("failure", List.of("exchange", "json")),
          Map.entry("template", List.of("exchange", "failure", "json")),
          Map.entry("schema", List.of("exchange", "failure", "json")),
          Map.entry("mapping", List.of("exchange", "failure", "json")),
          Map.entry("policy", List.of("json")),
          Map.entry("throttle", List.of("clock", "exchange", "failure")),
          Map.entry("cache", List.of("clock", "exchange", "failure")),
          Map.entry("auth", List.of("exchange", "failure", "policy", "cache", "json", "clock")),
          Map.entry("integration.aws", List.of("exchange", "failure", "clock")),
          Map.entry("integration.lambda", List.of("exchange", "failure", "json")),
          Map.entry(
              "integration.handler", List.of("exchange", "failure", "clock", "integration.lambda")),
          Map.entry(
              "integration.host",
              List.of("exchange", "failure", "json", "clock", "integration.lambda")),
          Map.entry(
              "integration",
              List.of(
                  "exchange",
                  "failure",
                  "json",
                  "clock",
                  "integration.aws",
                  "integration.host",
                  "integration.lambda")),
          Map.entry("websocket", List.of("exchange", "failure", "json", "clock")),
          Map.entry("waf", List.of("exchange", "failure", "json", "clock")),
          Map.entry("observe", List.of("exchange", "failure", "clock")));

  private static final String[] HELIDON_ANYWHERE = {"io.helidon.http", "io.helidon.webserver.http"};

  @Test
  void packagesImportOnlyWhatTheTableAllows() {
    MAY_IMPORT.forEach(
        (name, allowed) -> {
          String[] permitted =
              Stream.concat(Stream.of(name), allowed.stream())
                  .map(each -> ROOT + each)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(ROOT + name)
              .should(
                  dependOnClassesThat(
                      resideInAPackage("io.gatemason..")
                          .and(DescribedPredicate.not(resideInAnyPackage(permitted)))))
              .allowEmptyShould(true)
              .check(CLASSES);
        });
  }

  @Test
  void everyPackageIsInTheTable() {
    List<String> unknown =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()))
            .distinct()
            .filter(name -> !MAY_IMPORT.containsKey(name) && !name.equals("server"))
            .toList();
    assertTrue(unknown.isEmpty(), () -> "not in the table: " + unknown);
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
            ROOT + "server", ROOT + "integration..", ROOT + "websocket", ROOT + "observe")
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
