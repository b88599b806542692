package com.acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

public class Bad {
  public void many(String one, String two) {}

  public String unknown(NotWrittenYet event) {
    return "";
  }

  public <T> T open(T event) {
    return event;
  }

  public void hidden(Hidden event) {}

  public void foreign(SQSEvent event) {}

  public final class Inner {
    public void handle() {}
  }

  public abstract static class Half implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String event, Context context) {
      return event;
    }
  }
}
