package io.gatemason.maven.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.junit.jupiter.api.Test;

/** The page of all goals says what their descriptor says. */
final class GoalsPageTest {
  private static final Path PAGE = Path.of("../docs/goals.md");

  @Test
  void isTheOneThatIsPublished() throws IOException, PlexusConfigurationException {
    String page = GoalsPage.page(plugin());
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(Files.readString(PAGE), page, "accept what is meant with -Dgatemason.accept");
  }

  @Test
  void namesEveryGoalInShort() throws IOException, PlexusConfigurationException {
    String goals = GoalsPage.goals(plugin());
    assertTrue(goals.contains("gatemason:run\n  Starts the service"), goals);
    assertTrue(GoalsPage.goal(plugin(), "nothing").isEmpty());
    assertEquals(
        "There is no goal \"rum\"; did you mean \"run\"?", GoalsPage.noGoal(plugin(), "rum"));
    String nothing = GoalsPage.noGoal(plugin(), "nothing");
    assertTrue(nothing.startsWith("There is no goal \"nothing\"; there are check, "), nothing);
  }

  private static PluginDescriptor plugin() throws IOException, PlexusConfigurationException {
    try (Reader in = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
      return new PluginDescriptorBuilder().build(in);
    }
  }
}
