package io.gatemason.maven.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.read.document.ReadOptions.BasePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceTest {
  private static final DiagnosticCode UNSUPPORTED =
      DiagnosticCode.all().stream().filter(DiagnosticCode::unsupported).findFirst().orElseThrow();

  @TempDir private Path folder;
  private Place project;
  private Place noProject;

  @BeforeEach
  void writeDocument() throws IOException {
    Files.createDirectories(folder.resolve("src/main/gateway"));
    Path work = folder.resolve("target/gatemason");
    project = new Place(folder, work, Optional.of("org.acme-corp.new.1st"));
    noProject = new Place(folder, work, Optional.empty());
  }

  @Test
  void readsTheFolderOfTheProjectUnlessToldOtherwise() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "");

    assertEquals(folder.resolve("src/main/gateway"), project.source(with("", "error", Map.of())));
    assertEquals(folder.resolve("a.yaml"), project.source(with("a.yaml", "error", Map.of())));
  }

  @Test
  void asksForASourceWhereThereIsNoProject() {
    assertEquals(
        "Say which document: -Dgatemason.source=<file or folder>.",
        assertThrows(SettingsException.class, () -> noProject.source(with("", "error", Map.of())))
            .getMessage());
  }

  @Test
  void needsNoDocumentsUnlessTheyAreNamed() throws IOException {
    Files.delete(folder.resolve("src/main/gateway"));

    assertFalse(project.hasSource(with("", "error", Map.of())));
    assertTrue(project.hasSource(with("missing.yaml", "error", Map.of())));
    assertThrows(
        SettingsException.class,
        () -> project.settings(with("missing.yaml", "error", Map.of()), "1"));
  }

  @Test
  void namesThePackageAfterTheGroup() {
    assertEquals("org.acme_corp._new._1st.gateway", project.basePackage(Optional.empty()));
    assertEquals("gateway", noProject.basePackage(Optional.empty()));
    assertEquals("a.b", project.basePackage(Optional.of("a.b")));
    assertThrows(SettingsException.class, () -> project.basePackage(Optional.of("a-b")));
    assertThrows(SettingsException.class, () -> project.basePackage(Optional.of("a;b")));
  }

  @Test
  void takesEnumerationsInEitherCase() {
    BuildSettings settings = project.settings(with("", "Warning", Map.of()), "1");

    assertEquals(FailOn.WARNING, settings.request().options().failOn());
    assertEquals(
        Optional.of(ReadOptions.ApiKind.HTTP),
        settings.request().options().readOptions().apiKind());
    assertEquals(BasePath.PREPEND, settings.request().options().readOptions().basePath());
  }

  @Test
  void namesTheChoicesOfAnEnumeration() {
    assertEquals(
        "failOn=\"never\": say one of [error, unsupported, warning]",
        assertThrows(
                SettingsException.class, () -> project.settings(with("", "never", Map.of()), "1"))
            .getMessage());
  }

  @Test
  void suppressesCodesThatExistForAReason() {
    BuildSettings settings =
        project.settings(
            with(
                "", "error", Map.of(UNSUPPORTED.name().toLowerCase(Locale.ROOT), "not used by us")),
            "1");

    assertEquals(
        Map.of(UNSUPPORTED, "not used by us"), settings.request().options().allowances().reasons());
    assertThrows(
        SettingsException.class,
        () -> project.settings(with("", "error", Map.of("GM0", "x")), "1"));
    assertThrows(
        SettingsException.class,
        () -> project.settings(with("", "error", Map.of(UNSUPPORTED.name(), " ")), "1"));
    assertThrows(
        SettingsException.class,
        () -> project.settings(with("", "error", Map.of("GM1001", "x")), "1"));
  }

  @Test
  void namesSourceLinesUnlessGeneratedCodeIsKept() {
    Parameters parameters = with("", "error", Map.of());
    assertTrue(project.settings(parameters, "1").request().options().sourceLines());
    assertFalse(
        project
            .settings(parameters.in(new File("src/generated")), "1")
            .request()
            .options()
            .sourceLines());
    assertTrue(
        project
            .settings(parameters.in(new File("target/generated")), "1")
            .request()
            .options()
            .sourceLines());
  }

  @Test
  void prefersValuesOfThePomToThoseOfTheFile() throws IOException {
    Files.writeString(folder.resolve("v.yaml"), "Stage: file\nRegion: eu-west-1\n");

    BuildSettings settings = project.settings(with("", "error", Map.of()), "1");

    assertEquals(
        Map.of("Stage", "pom", "Region", "eu-west-1"), settings.request().options().parameters());
  }

  @Test
  void namesTheAccountOfTheGatewayInTemplates() throws IOException {
    Path resources = Files.createDirectories(folder.resolve("src/main/resources"));
    Files.writeString(
        resources.resolve("application.yaml"), "gateway: {account-id: 011122223333}\n");
    assertEquals(Map.of("Stage", "pom", "AWS::AccountId", "011122223333"), parameters());

    Files.writeString(folder.resolve("application.yaml"), "gateway: {account-id: '${ACCOUNT}'}\n");
    assertEquals(Map.of("Stage", "pom"), parameters());

    Files.writeString(folder.resolve("v.yaml"), "AWS::AccountId: '444455556666'\n");
    assertEquals(Map.of("Stage", "pom", "AWS::AccountId", "444455556666"), parameters());
  }

  private Map<String, String> parameters() {
    return project.settings(with("", "error", Map.of()), "1").request().options().parameters();
  }

  private Parameters with(String source, String failOn, Map<String, String> suppressed) {
    Optional<File> variables =
        Files.exists(folder.resolve("v.yaml")) ? Optional.of(new File("v.yaml")) : Optional.empty();
    return new Parameters(
        Optional.of(source).filter(text -> !text.isEmpty()).map(File::new),
        Optional.empty(),
        Optional.empty(),
        Optional.of(" "),
        "prepend",
        Optional.of("HTTP"),
        Map.of("Stage", "pom"),
        variables,
        failOn,
        suppressed,
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of(),
        Map.of("users", "alice"));
  }
}
