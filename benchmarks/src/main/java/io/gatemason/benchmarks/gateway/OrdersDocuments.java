package io.gatemason.benchmarks.gateway;

import java.util.List;
import java.util.stream.IntStream;

/** The documents of the gateways under load, and what is requested of them. */
final class OrdersDocuments {
  /** The path of the function among {@link #awsMethods()}. */
  static final String FUNCTION_PATH = "/functions/4711";

  private static final String HEAD =
      """
      openapi: 3.0.1
      info:
        title: Orders
        version: '1'
      paths:
      """;

  private OrdersDocuments() {}

  /** One mock method with a constant body and headers. */
  static String mock() {
    return mock("{\"orderId\":\"4711\",\"state\":\"shipped\",\"total\":129.5}");
  }

  /** The same with another body, which has no single quotes. */
  static String mock(String body) {
    return HEAD
        + """
          /orders/{orderId}:
            get:
              parameters:
                - {name: orderId, in: path, required: true, schema: {type: string}}
              responses:
                '200':
                  description: an order
                  headers:
                    Access-Control-Allow-Origin: {schema: {type: string}}
                    Cache-Control: {schema: {type: string}}
              x-amazon-apigateway-integration:
                type: mock
                requestTemplates: {application/json: '{"statusCode": 200}'}
                responses:
                  default:
                    statusCode: '200'
                    responseParameters:
                      method.response.header.Access-Control-Allow-Origin: "'*'"
                      method.response.header.Cache-Control: "'no-store'"
                    responseTemplates:
                      application/json: 'BODY'
        """
            .replace("BODY", body);
  }

  /** One aws_proxy method. */
  static String function() {
    return HEAD + function("/orders/{orderId}");
  }

  /** Methods of a function and of three services, to be appended to a document. */
  static String awsMethods() {
    StringBuilder text = new StringBuilder(function("/functions/{orderId}"));
    for (String service :
        List.of("dynamodb:action/PutItem", "sqs:path/000000000000/orders", "s3:path/orders/k")) {
      text.append(
          """
            /services/NAME:
              post:
                responses:
                  '200': {description: done}
                x-amazon-apigateway-integration:
                  type: aws
                  httpMethod: POST
                  uri: arn:aws:apigateway:us-east-1:SERVICE
                  responses: {default: {statusCode: '200'}}
          """
              .replace("NAME", service.substring(0, service.indexOf(':')))
              .replace("SERVICE", service));
    }
    return text.toString();
  }

  /** System properties with which AWS is at a local port. */
  static String[] awsSettings(int port) {
    return new String[] {
      "-Daws.accessKeyId=AKIDEXAMPLE",
      "-Daws.secretAccessKey=example",
      "-Dgateway.aws.endpoint-url=http://127.0.0.1:" + port
    };
  }

  private static String function(String path) {
    return """
          PATH:
            get:
              operationId: getOrder
              parameters:
                - {name: orderId, in: path, required: true, schema: {type: string}}
              responses: {}
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:orders/invocations
        """
        .replace("PATH", path);
  }

  /** So many http_proxy methods, each on a path of its own, all of one backend. */
  static String proxies(int routes, int backendPort) {
    StringBuilder text = new StringBuilder(HEAD);
    for (String collection : collections(routes)) {
      text.append(
          """
            /COLLECTION/{id}:
              get:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                responses:
                  '200': {description: one of them}
                x-amazon-apigateway-integration:
                  type: http_proxy
                  httpMethod: GET
                  uri: http://127.0.0.1:PORT/COLLECTION/{id}
                  requestParameters:
                    integration.request.path.id: method.request.path.id
          """
              .replace("COLLECTION", collection)
              .replace("PORT", String.valueOf(backendPort)));
    }
    return text.toString();
  }

  /** The same routes, verb included, for Spring Cloud Gateway. */
  static String springCloudGateway(int routes, int backendPort) {
    StringBuilder text =
        new StringBuilder(
            """
            spring:
              cloud:
                gateway:
                  server:
                    webflux:
                      routes:
            """);
    for (String collection : collections(routes)) {
      text.append(
          """
                      - id: COLLECTION
                        uri: http://127.0.0.1:PORT
                        predicates:
                          - Path=/COLLECTION/{id}
                          - Method=GET
          """
              .indent(2)
              .replace("COLLECTION", collection)
              .replace("PORT", String.valueOf(backendPort)));
    }
    return text.toString();
  }

  /** One request path for each route. */
  static List<String> paths(int routes) {
    return collections(routes).stream().map(collection -> "/" + collection + "/4711").toList();
  }

  private static List<String> collections(int routes) {
    return IntStream.range(0, routes).mapToObj(i -> i == 0 ? "orders" : "orders-" + i).toList();
  }
}
