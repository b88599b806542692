package io.gatemason.maven.settings;

import io.gatemason.generator.diagnostics.DidYouMean;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** The goals and their parameters, as their own descriptor has them, in Markdown. */
public final class GoalsPage {
  private GoalsPage() {}

  /** All goals, each with what it is for. */
  public static String goals(PluginDescriptor plugin) {
    StringBuilder text = new StringBuilder();
    for (MojoDescriptor goal : sorted(plugin)) {
      text.append("gatemason:").append(goal.getGoal()).append("\n  ");
      text.append(plain(goal.getDescription()).replaceFirst("(?<=[.]) .*", "")).append('\n');
    }
    return text.toString();
  }

  /** One goal with all its parameters; empty if there is none of this name. */
  public static Optional<String> goal(PluginDescriptor plugin, String name) {
    return sorted(plugin).stream()
        .filter(goal -> goal.getGoal().equals(name))
        .findFirst()
        .map(GoalsPage::section);
  }

  /** What to say of a name that no goal has. */
  public static String noGoal(PluginDescriptor plugin, String name) {
    List<String> goals = sorted(plugin).stream().map(MojoDescriptor::getGoal).toList();
    return "There is no goal \"%s\"%s"
        .formatted(
            name,
            DidYouMean.closest(name, goals)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("; there are " + String.join(", ", goals) + "."));
  }

  /** The page of all goals. */
  public static String page(PluginDescriptor plugin) {
    StringBuilder text = new StringBuilder("# Goals and their parameters\n\n");
    text.append("Made from the plugin's own descriptor; a test holds it true.");
    text.append(" `mvn ").append(plugin.getGroupId()).append(':').append(plugin.getArtifactId());
    text.append(":help -Dgatemason.goal=run` prints one goal of it.\n");
    sorted(plugin).forEach(goal -> text.append('\n').append(section(goal)));
    return text.toString();
  }

  private static List<MojoDescriptor> sorted(PluginDescriptor plugin) {
    return plugin.getMojos().stream()
        .sorted(Comparator.comparing(MojoDescriptor::getGoal))
        .toList();
  }

  private static String section(MojoDescriptor goal) {
    StringBuilder text = new StringBuilder("## ").append(goal.getGoal()).append("\n\n");
    text.append(plain(goal.getDescription())).append("\n\n");
    if (goal.getPhase() != null) {
      text.append("Phase: `").append(goal.getPhase()).append("`.\n\n");
    }
    text.append("| In the pom | On the command line | Default | Meaning |\n|---|---|---|---|\n");
    goal.getParameters().stream()
        .filter(Parameter::isEditable)
        .sorted(Comparator.comparing(Parameter::getName))
        .forEach(parameter -> text.append(row(parameter)));
    return text.toString();
  }

  private static String row(Parameter parameter) {
    String property =
        parameter.getExpression() == null || parameter.getExpression().isEmpty()
            ? "-Dgatemason." + parameter.getName() + ".<name>"
            : "-D" + parameter.getExpression().replaceAll("^\\$\\{|\\}$", "");
    String standard = parameter.getDefaultValue();
    return "| `<"
        + parameter.getName()
        + ">` | `"
        + property
        + "` | "
        + (standard == null || standard.isEmpty() ? "–" : "`" + standard + "`")
        + " | "
        + plain(parameter.getDescription()).replace("|", "\\|")
        + " |\n";
  }

  /** Descriptions are HTML by now. */
  private static String plain(String html) {
    return html.replaceAll("</?code>", "`")
        .replaceAll("</?[a-z]+[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .replaceAll(" ([.,])(?= |$)", "$1")
        .strip();
  }
}
