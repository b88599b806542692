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
  public sealed interface Outcome {

    /** Does something for each kind of outcome. */
    interface Visitor<R> {
      /** See {@link Respond}. */
      R respond(Respond outcome);

      /** See {@link NoResponse}. */
      R noResponse(NoResponse outcome);

      /** See {@link NoStatus}. */
      R noStatus(NoStatus outcome);

      /** See {@link StatusFromTemplate}. */
      R statusFromTemplate(StatusFromTemplate outcome);

      /** See {@link StatusFromBody}. */
      R statusFromBody(StatusFromBody outcome);

      /** See {@link Refuse}. */
      R refuse(Refuse outcome);
    }

    /** Calls the visitor's member for this kind. */
    <R> R accept(Visitor<R> visitor);
  }

  /** The response was found when the code was generated, for the status that the mock gives. */
  public record Respond(ResponseLayout response, int status) implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.respond(this);
    }
  }

  /** The template gives a status for which there is no response. */
  public record NoResponse(int status) implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noResponse(this);
    }
  }

  /** The template gives no status. */
  public record NoStatus() implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noStatus(this);
    }
  }

  /**
   * The rendered template gives the status.
   *
   * @param template the template
   */
  public record StatusFromTemplate(TemplateText.Compiled template) implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.statusFromTemplate(this);
    }
  }

  /** The request body is read as the template's output would be. */
  public record StatusFromBody() implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.statusFromBody(this);
    }
  }

  /** 415. */
  public record Refuse() implements Outcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refuse(this);
    }
  }
}
