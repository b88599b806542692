exports.handler = async (event) =>
  event.requestContext && event.requestContext.connectionId
    ? { statusCode: 200, body: 'said ' + event.body }
    : { statusCode: 200, body: JSON.stringify({ method: event.httpMethod || event.requestContext.http.method, route: event.routeKey || event.resource }) };
