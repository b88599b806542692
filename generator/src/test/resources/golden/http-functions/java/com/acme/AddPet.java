package com.acme;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;

public final class AddPet {
  private AddPet() {}

  public static APIGatewayProxyResponseEvent handle(APIGatewayProxyRequestEvent event)
      throws IOException {
    if (event.getBody() == null) {
      throw new IOException("no pet");
    }
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(201)
        .withBody(event.getVersion() + " " + event.getBody());
  }
}
