package io.gatemason.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Classes that JMH makes of ours stand in packages of their own and count for nothing here. */
@AnalyzeClasses(
    packages = "io.gatemason.benchmarks",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutJmh.class})
final class ArchitectureTest {
  @ArchTest
  static final ArchRule importsGoOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("run")
          .definedBy("io.gatemason.benchmarks")
          .layer("gateway")
          .definedBy("..benchmarks.gateway")
          .layer("guard")
          .definedBy("..benchmarks.guard")
          .layer("route")
          .definedBy("..benchmarks.route")
          .layer("schema")
          .definedBy("..benchmarks.schema")
          .layer("template")
          .definedBy("..benchmarks.template")
          .layer("generation")
          .definedBy("..benchmarks.generation")
          .layer("jmh")
          .definedBy("..benchmarks.jmh")
          .layer("load")
          .definedBy("..benchmarks.load")
          .layer("peer")
          .definedBy("..benchmarks.peer")
          .layer("process")
          .definedBy("..benchmarks.process")
          .layer("table")
          .definedBy("..benchmarks.table")
          .whereLayer("run")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("gateway")
          .mayOnlyBeAccessedByLayers("run")
          .whereLayer("guard")
          .mayOnlyBeAccessedByLayers("run")
          .whereLayer("route")
          .mayOnlyBeAccessedByLayers("run", "gateway")
          .whereLayer("schema")
          .mayOnlyBeAccessedByLayers("run")
          .whereLayer("template")
          .mayOnlyBeAccessedByLayers("run")
          .whereLayer("generation")
          .mayOnlyBeAccessedByLayers("run", "gateway", "route", "schema", "template")
          .whereLayer("jmh")
          .mayOnlyBeAccessedByLayers("run", "guard", "route", "schema", "template")
          .whereLayer("load")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("peer")
          .mayOnlyBeAccessedByLayers("gateway")
          .whereLayer("process")
          .mayOnlyBeAccessedByLayers("gateway", "load", "generation")
          .whereLayer("table")
          .mayOnlyBeAccessedByLayers(
              "run",
              "gateway",
              "guard",
              "route",
              "schema",
              "template",
              "generation",
              "jmh",
              "load");

  @ArchTest
  static final ArchRule peersKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("..benchmarks.peer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gatemason.generator..", "io.gatemason.runtime..", "io.gatemason.maven..");

  @ArchTest
  static final ArchRule hasNoCycles =
      slices().matching("io.gatemason.benchmarks.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      noClasses().that().arePublic().should().haveNameMatching(".*(Util|Helper|Manager|Impl)");

  @ArchTest
  static void everyPackageIsDescribedAndNullMarked(JavaClasses classes) {
    JavaPackage root = classes.getPackage("io.gatemason.benchmarks");
    List<String> bare =
        root.getSubpackagesInTree().stream()
            .filter(each -> !each.getClasses().isEmpty())
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();

    assertEquals(List.of(), bare);
  }

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

  /** Leaves out what JMH's annotation processor makes. */
  static final class WithoutJmh implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/jmh_generated/");
    }
  }
}
