package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.EventClasses;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyResult;
import org.jspecify.annotations.Nullable;

/**
 * A handler of the events of REST proxies, in the classes of aws-lambda-java-events. Requests reach
 * it without JSON in between; where the function is invoked with another event, that is bound as
 * {@link JsonType} says.
 */
public interface ProxyHandler extends JavaHandler {

  /**
   * Calls the function.
   *
   * @return the result, perhaps null
   * @throws Exception whatever the function throws
   */
  @Nullable APIGatewayProxyResponseEvent handle(APIGatewayProxyRequestEvent event, Context context)
      throws Exception;

  @Override
  default byte[] handle(byte[] event, Context context) throws Exception {
    return ProxyJson.RESULT.write(handle(ProxyJson.EVENT.read(event), context));
  }

  @Override
  default Invocation invocation(Exchange exchange, EventChanges changes) {
    if (changes.format() != PayloadFormat.V1_0) {
      return JavaHandler.super.invocation(exchange, changes);
    }
    APIGatewayProxyRequestEvent event = EventClasses.event(exchange, changes);
    return context -> {
      APIGatewayProxyResponseEvent returned = handle(event, context);
      ProxyResult response = EventClasses.result(returned, exchange.api().httpApi());
      return response == null
          ? FunctionResult.returned(ProxyJson.RESULT.write(returned))
          : FunctionResult.responded(response);
    };
  }
}
