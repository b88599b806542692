package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyResult;
import io.gatemason.runtime.function.event.RouteEventClasses;
import org.jspecify.annotations.Nullable;

/**
 * A handler of version 2.0 of the event, in the classes of aws-lambda-java-events. Requests reach
 * it without JSON in between; where the function is invoked with another event, that is bound as
 * {@link JsonType} says.
 */
public interface RouteHandler extends JavaHandler {

  /**
   * Calls the function.
   *
   * @return the result, perhaps null
   * @throws Exception whatever the function throws
   */
  @Nullable APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Context context)
      throws Exception;

  @Override
  default byte[] handle(byte[] event, Context context) throws Exception {
    return RouteJson.RESULT.write(handle(RouteJson.EVENT.read(event), context));
  }

  @Override
  default Invocation invocation(Exchange exchange, EventChanges changes) {
    if (changes.format() != PayloadFormat.V2_0) {
      return JavaHandler.super.invocation(exchange, changes);
    }
    APIGatewayV2HTTPEvent event = RouteEventClasses.event(exchange, changes);
    return context -> {
      APIGatewayV2HTTPResponse returned = handle(event, context);
      ProxyResult response = RouteEventClasses.result(returned);
      return response == null
          ? FunctionResult.returned(RouteJson.RESULT.write(returned))
          : FunctionResult.responded(response);
    };
  }
}
