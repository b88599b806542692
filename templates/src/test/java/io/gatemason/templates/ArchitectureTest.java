package io.gatemason.templates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "io.gatemason.templates",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule importsNothingElseOfOurs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gatemason.generator..", "io.gatemason.maven..", "io.gatemason.runtime..");

  @ArchTest
  static final ArchRule viewsImportNothing =
      noClasses()
          .that()
          .resideInAPackage("..view")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("..view", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule viewsAreRecords =
      classes()
          .that()
          .resideInAPackage("..view")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beRecords();

  @ArchTest
  static final ArchRule hasNoCycles =
      slices().matching("io.gatemason.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      noClasses().that().arePublic().should().haveNameMatching(".*(Util|Helper|Manager|Impl)");

  @ArchTest
  static void noClassIsLong(JavaClasses classes) throws IOException {
    List<Path> tooLong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readAllLines(file).size() > 250) {
          tooLong.add(file);
        }
      }
    }
    assertEquals(List.of(), tooLong);
  }
}
