package com.acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;

public final class OrderFunctions {
  public static int count(List<? extends Order> orders, Context context) {
    return orders.size();
  }

  public static int count(List<? extends Order> orders) {
    return -orders.size();
  }

  public static final class Listing implements RequestHandler<Map<String, Object>, List<Order>> {
    public Listing() throws IOException {}

    @Override
    public List<Order> handleRequest(Map<String, Object> event, Context context) {
      return List.of(new Order(String.valueOf(event.get("id")), 1));
    }
  }
}
