package io.gatemason.benchmarks.template;

import io.gatemason.runtime.template.JsonQuery;
import io.gatemason.runtime.template.TemplateInput;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.jspecify.annotations.Nullable;

/** The same template in Velocity: parsed once, with its caches of methods on. */
final class VelocityTemplate {
  private final Template template = new Template();

  VelocityTemplate(String text) {
    Properties settings = new Properties();
    settings.setProperty(RuntimeConstants.SPACE_GOBBLING, "bc");
    settings.setProperty(RuntimeConstants.PARSER_HYPHEN_ALLOWED, "true");
    RuntimeInstance runtime = new RuntimeInstance();
    runtime.setProperties(settings);
    runtime.init();
    template.setRuntimeServices(runtime);
    template.setName("template");
    try {
      template.setData(runtime.parse(new StringReader(text), template));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
    template.initDocument();
  }

  String render(TemplateInput input) {
    VelocityContext context = new VelocityContext();
    context.put("input", new Input(input));
    context.put("util", Functions.INSTANCE);
    context.put("stageVariables", input.stageVariables());
    StringWriter out = new StringWriter(256);
    template.merge(context, out);
    return out.toString();
  }

  /** {@code $input}; paths are compiled once. */
  public static final class Input {
    private static final Map<String, JsonQuery> PATHS = new ConcurrentHashMap<>();

    private final TemplateInput input;

    Input(TemplateInput input) {
      this.input = input;
    }

    /** What a path selects. */
    public @Nullable Object path(String path) {
      return PATHS.computeIfAbsent(path, JsonQuery::of).read(input.root());
    }

    /** All parameters by location. */
    public Map<String, Object> params() {
      return input.params();
    }
  }

  /** {@code $util}, as people put it there: with the library that they have for it. */
  public static final class Functions {
    static final Functions INSTANCE = new Functions();

    private Functions() {}

    /** Escapes text. */
    public String escapeJavaScript(Object value) {
      return StringEscapeUtils.escapeEcmaScript(value.toString());
    }
  }
}
