package io.gatemason.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
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
    packages = "io.gatemason.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String MOJO = "io.gatemason.maven.mojo";
  private static final String SETTINGS = "io.gatemason.maven.settings";

  @ArchTest
  static final ArchRule importsGoOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("mojo")
          .definedBy(MOJO)
          .layer("build")
          .definedBy("io.gatemason.maven.build")
          .layer("live")
          .definedBy("io.gatemason.maven.live")
          .layer("settings")
          .definedBy(SETTINGS)
          .layer("incremental")
          .definedBy("io.gatemason.maven.incremental")
          .layer("report")
          .definedBy("io.gatemason.maven.report")
          .whereLayer("mojo")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("build")
          .mayOnlyBeAccessedByLayers("mojo")
          .whereLayer("live")
          .mayOnlyBeAccessedByLayers("mojo")
          .whereLayer("settings")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("incremental")
          .mayOnlyBeAccessedByLayers("mojo", "build")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("mojo", "build", "live");

  @ArchTest
  static final ArchRule onlyMojoAndSettingsUseMaven =
      noClasses()
          .that()
          .resideOutsideOfPackages(MOJO, SETTINGS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..");

  @ArchTest
  static final ArchRule onlyMojoThrowsMavenExceptions =
      noClasses()
          .that()
          .resideOutsideOfPackage(MOJO)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.apache\\.maven\\.plugin\\.Mojo(Execution|Failure)Exception");

  @ArchTest
  static final ArchRule readsTheGeneratorThroughItsFacade =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gatemason.generator.model..",
              "io.gatemason.generator.read",
              "io.gatemason.generator.read.cloudformation..",
              "io.gatemason.generator.check..",
              "io.gatemason.generator.vtl..",
              "io.gatemason.generator.jsonschema..",
              "io.gatemason.generator.layout..",
              "io.gatemason.generator.emit..",
              "io.gatemason.generator.output..",
              "io.gatemason.runtime..");

  @ArchTest
  static final ArchRule hasNoCycles =
      slices().matching("io.gatemason.maven.(*)..").should().beFreeOfCycles();

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
