package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.SelectionExpression;
import java.util.Map;
import java.util.Optional;

/**
 * What a mock does, by the request's media type.
 *
 * @param outcomes by media type in lower case
 * @param otherwise for every other media type
 * @param selection what takes the place of the media type in a WebSocket API
 */
public record MockChoice(
    Map<String, Outcome> outcomes, Outcome otherwise, Optional<SelectionExpression> selection) {

  /** What a mock does with one request. */
  public sealed interface Outcome {}

  /** The response was found when the code was generated, for the status that the mock gives. */
  public record Respond(ResponseLayout response, int status) implements Outcome {}

  /** The template gives a status for which there is no response. */
  public record NoResponse(int status) implements Outcome {}

  /** The template gives no status. */
  public record NoStatus() implements Outcome {}

  /**
   * The rendered template gives the status.
   *
   * @param template the template
   */
  public record StatusFromTemplate(TemplateText.Compiled template) implements Outcome {}

  /** The request body is read as the template's output would be. */
  public record StatusFromBody() implements Outcome {}

  /** 415. */
  public record Refuse() implements Outcome {}
}
