package io.gatemason.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.templates.view.DocumentView;
import io.gatemason.templates.view.FunctionView;
import io.gatemason.templates.view.ParameterView;
import io.gatemason.templates.view.ProjectView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.velocity.exception.VelocityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;

final class FileTemplatesTest {
  private static final String HOSTILE =
      "a\"b'c]]><x>&amp;${jndi}#set($x=1)\\u0041{{ y }}: - *a !!t | >\u00e9\ud83d\ude00`|\\";

  private final FileTemplates templates = new FileTemplates();

  @ParameterizedTest
  @EnumSource(FileTemplate.class)
  void fillsEveryFile(FileTemplate template) {
    String text = templates.fill(template, project("com.example", "orders"));

    assertFalse(text.isBlank());
    assertFalse(text.contains("\r"));
    assertTrue(text.endsWith("\n"));
  }

  @ParameterizedTest
  @EnumSource(FileTemplate.class)
  void givesTheSameTextTwice(FileTemplate template) {
    ProjectView project = project("com.example", "orders");

    assertEquals(templates.fill(template, project), new FileTemplates().fill(template, project));
  }

  @ParameterizedTest
  @EnumSource(FileTemplate.class)
  void writesValuesThroughEscapeDirectivesOnly(FileTemplate template) throws IOException {
    String source = source(template);
    String withoutDirectives =
        Pattern.compile("#(xml|yaml|dockerfile|markdown|plain|if|foreach)\\([^\\n]*?\\)(?=[^)]|$)")
            .matcher(source)
            .replaceAll("");

    assertFalse(withoutDirectives.contains("$"), withoutDirectives);
  }

  @ParameterizedTest
  @EnumSource(FileTemplate.class)
  void keepsEveryLineOfTheTemplate(FileTemplate template) throws IOException {
    String text = templates.fill(template, project("com.example", "orders"));

    // Velocity takes two number signs for a comment.
    for (String line : source(template).lines().filter(l -> !l.matches(".*#[a-z].*")).toList()) {
      assertTrue(text.lines().anyMatch(line::equals), line);
    }
  }

  @Test
  void keepsHostileValuesInsideTheirXmlElement() throws Exception {
    Document pom = xml(templates.fill(FileTemplate.POM, project(HOSTILE, "orders")));

    assertEquals(HOSTILE, pom.getElementsByTagName("groupId").item(0).getTextContent());
    assertEquals(HOSTILE, pom.getElementsByTagName("stage").item(0).getTextContent());
  }

  @Test
  void keepsHostileValuesInsideTheirYamlScalar() {
    ProjectView project = project("com.example", "orders");
    String text = templates.fill(FileTemplate.VARIABLES, project);

    assertEquals(
        Map.of(HOSTILE, HOSTILE + "\n\r\t\u2028\u0085\u0000"),
        new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  @ParameterizedTest
  @EnumSource(names = {"SETTINGS", "DEPLOYMENT", "SERVICE"})
  void writesWellFormedYaml(FileTemplate template) {
    String text = templates.fill(template, project("com.example", "orders"));

    assertNotNull(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  @Test
  void keepsHostileValuesInsideTheirDockerfileString() throws IOException {
    String escaped = new EscapeDockerfile().escape(HOSTILE);

    // The shell form of a Dockerfile string: JSON first, then \$ stands for a dollar sign.
    assertEquals(HOSTILE.replace("$", "\\$"), new ObjectMapper().readValue(escaped, String.class));
    assertThrows(VelocityException.class, () -> new EscapeDockerfile().escape("a\nRUN evil"));
  }

  @Test
  void leavesNoMarkdownMarkUpInValues() {
    assertEquals(
        "\\<script\\> \\[a\\]\\(b\\) \\| c \\# d e",
        new EscapeMarkdown().escape("<script> [a](b) | c # d\ne"));
  }

  @Test
  void refusesWhatXmlCannotHold() {
    assertThrows(VelocityException.class, () -> new EscapeXml().escape("a\u0000"));
    assertThrows(VelocityException.class, () -> new EscapeXml().escape("a\ud800"));
    assertEquals("&#10;&lt;", new EscapeXml().escape("\n<"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-rf", "a b", "a;b", "$(x)", "a\nb"})
  void refusesNamesThatMeanSomethingToAShell(String value) {
    assertThrows(VelocityException.class, () -> new EscapePlain().escape(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Orders", "-orders", "or_ders", "a.b"})
  void refusesArtifactsThatCannotNameAKubernetesObject(String artifactId) {
    assertThrows(IllegalArgumentException.class, () -> project("com.example", artifactId));
  }

  @Test
  void leavesOutWhatTheProjectDoesNotHave() {
    ProjectView project =
        new ProjectView(
            "g",
            "orders",
            "1",
            "g.gateway",
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    String pom = templates.fill(FileTemplate.POM, project);

    assertFalse(pom.contains("<stage>"));
    assertFalse(pom.contains("<variablesFile>"));
    assertFalse(templates.fill(FileTemplate.README, project).contains("Host:"));
    assertFalse(templates.fill(FileTemplate.DEPLOYMENT, project).contains("certificates"));
    assertFalse(templates.fill(FileTemplate.SETTINGS, project).contains("certificate"));
    assertFalse(templates.fill(FileTemplate.SETTINGS, project).contains("code-folder"));
    assertFalse(templates.fill(FileTemplate.README, project).contains("Functions"));
  }

  private static ProjectView project(String groupId, String artifactId) {
    return new ProjectView(
        groupId,
        artifactId,
        "1.0.0",
        "com.example.gateway",
        HOSTILE,
        "prepend",
        "http",
        List.of(
            new DocumentView("orders", "orders.openapi.yaml", 3),
            new DocumentView("pets", HOSTILE, 1)),
        List.of(new ParameterView(HOSTILE, HOSTILE + "\n\r\t\u2028\u0085\u0000")),
        List.of(new ParameterView("gateway.apis.orders.variables.host", HOSTILE)),
        List.of(new FunctionView(HOSTILE, HOSTILE, HOSTILE)),
        List.of(new ParameterView("gateway.apis.orders.stages.prod.client-certificate", HOSTILE)));
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String source(FileTemplate template) throws IOException {
    try (InputStream in = FileTemplates.class.getResourceAsStream(template.fileName() + ".vm")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
