package com.acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

public final class Export implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream event, OutputStream result, Context context)
      throws IOException {
    event.transferTo(result);
  }
}
