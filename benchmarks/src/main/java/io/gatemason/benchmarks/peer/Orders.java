package io.gatemason.benchmarks.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** The work of an order service: an order is read as JSON, changed and written again. */
final class Orders {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORED =
      "{\"orderId\":\"\",\"state\":\"shipped\",\"total\":129.5,\"items\":["
          + "{\"sku\":\"tea-1\",\"amount\":2,\"price\":40.0},"
          + "{\"sku\":\"pot-7\",\"amount\":1,\"price\":49.5}]}";

  private Orders() {}

  static String find(String id) {
    try {
      ObjectNode order = (ObjectNode) JSON.readTree(STORED);
      return JSON.writeValueAsString(order.put("orderId", id));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
