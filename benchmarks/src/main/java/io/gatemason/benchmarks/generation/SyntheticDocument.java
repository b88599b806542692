package io.gatemason.benchmarks.generation;

/**
 * A large document like those of real teams: collections with ten operations each, half of which
 * pass through, the others mapped or mocked, with parameters, models and error responses.
 */
final class SyntheticDocument {
  private static final int OPERATIONS_PER_COLLECTION = 10;

  private static final String HEAD =
      """
      openapi: 3.0.1
      info:
        title: Synthetic
        version: '1'
      paths:
      """;

  private static final String LIST_AND_CREATE =
      """
        /collection-@N@:
          get:
            operationId: listCollection@N@
            parameters:
              - {name: page, in: query, schema: {type: integer}}
              - {name: X-Tenant, in: header, required: true, schema: {type: string}}
            responses:
              '200':
                description: a page
                content: {application/json: {schema: {$ref: '#/components/schemas/Page@N@'}}}
            x-amazon-apigateway-integration:
              type: http_proxy
              httpMethod: GET
              uri: http://backend.example.com/v1/collection-@N@
              requestParameters:
                integration.request.querystring.page: method.request.querystring.page
                integration.request.header.X-Tenant: method.request.header.X-Tenant
          post:
            operationId: createCollection@N@
            requestBody:
              content: {application/json: {schema: {$ref: '#/components/schemas/Item@N@'}}}
            responses:
              '201':
                description: created
                headers: {Location: {schema: {type: string}}}
              '400': {description: refused}
              '500': {description: failed}
            x-amazon-apigateway-integration:
              type: http
              httpMethod: POST
              uri: http://backend.example.com/v1/collection-@N@
              requestParameters:
                integration.request.header.X-Request: context.requestId
              passthroughBehavior: when_no_match
              responses:
                default:
                  statusCode: '201'
                  responseParameters:
                    method.response.header.Location: integration.response.header.Location
                '4\\d{2}':
                  statusCode: '400'
                  responseTemplates: {application/json: '{"message": "refused"}'}
                '5\\d{2}':
                  statusCode: '500'
                  responseTemplates: {application/json: '{"message": "failed"}'}
          options:
      """;

  private static final String CORS =
      """
            responses:
              '200':
                description: allowed
                headers:
                  Access-Control-Allow-Origin: {schema: {type: string}}
                  Access-Control-Allow-Methods: {schema: {type: string}}
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses:
                default:
                  statusCode: '200'
                  responseParameters:
                    method.response.header.Access-Control-Allow-Origin: "'*'"
                    method.response.header.Access-Control-Allow-Methods: "'GET,POST,PUT,DELETE'"
      """;

  private static final String ONE =
      """
        /collection-@N@/{itemId}:
          parameters:
            - {name: itemId, in: path, required: true, schema: {type: string}}
      """
          + proxied("get", "getItem", "/{itemId}")
          + proxied("put", "replaceItem", "/{itemId}")
          + proxied("delete", "deleteItem", "/{itemId}")
          + "    options:\n";

  private static final String BELOW =
      """
        /collection-@N@/{itemId}/comments:
          parameters:
            - {name: itemId, in: path, required: true, schema: {type: string}}
      """
          + proxied("get", "listComments", "/{itemId}/comments")
          + proxied("post", "addComment", "/{itemId}/comments")
          + "    options:\n";

  private static final String SCHEMAS =
      """
          Page@N@:
            type: object
            properties:
              items: {type: array, items: {$ref: '#/components/schemas/Item@N@'}}
              next: {type: string}
          Item@N@:
            type: object
            required: [name]
            properties:
              id: {type: string}
              name: {type: string, maxLength: 200}
              quantity: {type: integer, minimum: 0}
              tags: {type: array, items: {type: string}}
      """;

  private SyntheticDocument() {}

  /** A document in YAML with so many operations, a multiple of ten. */
  static String text(int operations) {
    StringBuilder paths = new StringBuilder(HEAD);
    StringBuilder schemas = new StringBuilder("components:\n  schemas:\n");
    String collection = LIST_AND_CREATE + CORS + ONE + CORS + BELOW + CORS;
    for (int i = 0; i < operations / OPERATIONS_PER_COLLECTION; i++) {
      paths.append(numbered(collection, i));
      schemas.append(numbered(SCHEMAS, i));
    }
    return paths.append(schemas).toString();
  }

  private static String numbered(String part, int number) {
    return part.replace("@N@", String.valueOf(number));
  }

  private static String proxied(String verb, String operationId, String path) {
    return """
          VERB:
            operationId: OPERATION@N@
            responses:
              '200': {description: done}
              '404': {description: unknown}
            x-amazon-apigateway-integration:
              type: http_proxy
              httpMethod: UPPER
              uri: http://backend.example.com/v1/collection-@N@PATH
              requestParameters:
                integration.request.path.itemId: method.request.path.itemId
      """
        .replace("VERB", verb)
        .replace("UPPER", verb.toUpperCase(java.util.Locale.ROOT))
        .replace("OPERATION", operationId)
        .replace("PATH", path);
  }
}
