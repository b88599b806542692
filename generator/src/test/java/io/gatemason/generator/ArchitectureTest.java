package io.gatemason.generator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatemason.generator.check.Checks;
import io.gatemason.generator.layout.ServiceLayouts;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.read.Readers;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of the generator and the directions between them. */
class ArchitectureTest {
  private static final String ROOT = "io.gatemason.generator";
  private static final int MOST_CLASSES = 30;
  private static final int MOST_LINES = 250;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source..          | ''",
        "diagnostics..     | source",
        "model..           | source",
        "read..            | model source diagnostics",
        "check..           | model source diagnostics",
        "handler..         | model source diagnostics",
        "vtl..             | source diagnostics",
        "jsonschema..      | source diagnostics",
        "layout..          | model vtl jsonschema source diagnostics",
        "emit..            | layout model vtl jsonschema source",
        "describe..        | model source",
        "output..          | diagnostics",
      })
  void packagesImportOnlyWhatTheirRowAllows(String room, String allowed) {
    String own = ROOT + "." + room;
    String[] ours =
        Stream.concat(
                Stream.of(own),
                Arrays.stream(allowed.split(" "))
                    .filter(name -> !name.isEmpty())
                    .map(name -> ROOT + "." + name + ".."))
            .toArray(String[]::new);
    if (room.startsWith("emit")) {
      ours =
          Stream.concat(Arrays.stream(ours), Stream.of("io.gatemason.templates.."))
              .toArray(String[]::new);
    }
    classes()
        .that(resideInAPackage(own))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(ours).or(resideOutsideOfPackage("io.gatemason..")))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nothingInsideImportsTheFacade() {
    noClasses()
        .that(resideInAPackage(ROOT + ".*.."))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .check(CLASSES);
  }

  @Test
  void restApisAreNamedOutsideTheirRoomsInTheOrderedListsOnly() {
    noClasses()
        .that(
            resideOutsideOfPackage("..rest..")
                .and(not(belongToAnyOf(Readers.class, Checks.class, ServiceLayouts.class))))
        .should()
        .dependOnClassesThat(belongToAnyOf(RestApi.class))
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theBuildAndTheRuntimeStayOutside() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.apache.maven..",
                "io.helidon..",
                "io.gatemason.runtime..",
                "java.lang.reflect..",
                "sun.."))
        .check(CLASSES);
  }

  /** What is no address would be looked up. */
  @Test
  void noDocumentMakesTheBuildAskANameServer() {
    noClasses()
        .that()
        .doNotHaveSimpleName("IpSetAddresses")
        .should()
        .callMethod(InetAddress.class, "getByName", String.class)
        .orShould()
        .callMethod(InetAddress.class, "getAllByName", String.class)
        .check(CLASSES);
  }

  @Test
  void publicClassesAreNamedForWhatTheyAre() {
    noClasses()
        .that()
        .haveModifier(JavaModifier.PUBLIC)
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
    for (Path folder : sources().map(Path::getParent).distinct().toList()) {
      Path info = folder.resolve("package-info.java");
      assertTrue(Files.exists(info), () -> "no package-info in " + folder);
      String text = Files.readString(info);
      assertTrue(text.contains("@NullMarked"), () -> folder + " is not null-marked");
      String comment = text.substring(text.indexOf("/**") + 3, text.indexOf("*/"));
      String sentence = comment.replace("*", " ").strip();
      assertTrue(sentence.endsWith("."), sentence);
    }
  }

  @Test
  void packagesAndClassesStaySmall() throws IOException {
    Map<Path, Integer> sizes = new TreeMap<>();
    List<String> tooLong =
        sources()
            .filter(file -> lines(file) > MOST_LINES)
            .map(file -> file.getFileName() + " has " + lines(file) + " lines")
            .toList();
    sources().forEach(file -> sizes.merge(file.getParent(), 1, Integer::sum));
    sizes.values().removeIf(count -> count <= MOST_CLASSES + 1);
    assertEquals(List.of(), tooLong);
    assertEquals(Map.of(), sizes);
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
