package io.gatemason.generator.read.assemble.sam;

/** The events that are methods of REST APIs, and those that are routes of HTTP APIs. */
enum EventKind {
  REST("Api", "RestApiId", SamTemplates.IMPLICIT, "AWS::Serverless::Api"),
  HTTP("HttpApi", "ApiId", SamTemplates.IMPLICIT_HTTP, "AWS::Serverless::HttpApi");

  private final String type;
  private final String api;
  private final String implicit;
  private final String apiType;

  EventKind(String type, String api, String implicit, String apiType) {
    this.type = type;
    this.api = api;
    this.implicit = implicit;
    this.apiType = apiType;
  }

  /** The type of the events. */
  String type() {
    return type;
  }

  /** The property that names the API. */
  String api() {
    return api;
  }

  /** The API of events that name none. */
  String implicit() {
    return implicit;
  }

  /** The type of the API. */
  String apiType() {
    return apiType;
  }
}
