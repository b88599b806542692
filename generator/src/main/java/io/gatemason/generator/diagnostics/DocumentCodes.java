package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ALLOWABLE_ERROR;
import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with an OpenAPI document and its extensions: GM21xx. */
public enum DocumentCodes implements DiagnosticCode {
  GM2100(ERROR, "not an OpenAPI document"),
  GM2101(WARNING, "OpenAPI 3.1 document"),
  GM2102(WARNING, "standard part is not as OpenAPI says"),
  GM2103(ERROR, "value has the wrong kind"),
  GM2104(WARNING, "member of an extension not known"),
  GM2105(ERROR, "value not among the allowed ones"),
  GM2106(WARNING, "number or boolean where text belongs"),
  GM2107(WARNING, "extension not known"),
  GM2108(WARNING, "reference not found"),
  GM2109(ERROR, "reference leads back to itself"),
  GM2110(ERROR, "reference leaves the document"),
  GM2111(WARNING, "setting of HTTP APIs ignored"),
  GM2112(WARNING, "setting without effect"),
  GM2113(WARNING, "swagger-parser cannot read the document"),
  GM2114(WARNING, "description is empty"),
  GM2120(WARNING, "path does not begin with a slash"),
  GM2121(WARNING, "member of a path ignored"),
  GM2122(WARNING, "path variable not declared"),
  GM2123(WARNING, "path parameter not in the path"),
  GM2124(WARNING, "parameter ignored"),
  GM2125(NOTE, "response is documentation only"),
  GM2126(WARNING, "reference to a response"),
  GM2130(ALLOWABLE_ERROR, "security scheme not defined"),
  GM2131(WARNING, "several security requirements"),
  GM2132(WARNING, "security scheme without effect"),
  GM2133(ERROR, "authorizer without a header to read"),
  GM2134(ERROR, "authorizer incomplete"),
  GM2135(ERROR, "authorizer's cache time out of range"),
  GM2140(ALLOWABLE_ERROR, "request validator not defined"),
  GM2150(ERROR, "gateway response type not known"),
  GM2151(ERROR, "not a status code"),
  GM2160(ERROR, "compression size out of range"),
  GM2161(ERROR, "not a media type"),
  GM2170(ERROR, "method without integration"),
  GM2171(ERROR, "integration lacks a setting"),
  GM2172(ERROR, "integration lacks httpMethod"),
  GM2173(ERROR, "not an integration ARN"),
  GM2174(ERROR, "aws_proxy calls functions only"),
  GM2175(ERROR, "timeout out of range"),
  GM2176(WARNING, "timeout above the usual limit"),
  GM2177(ERROR, "mapping expression not understood"),
  GM2178(ERROR, "mapping target not understood"),
  GM2179(WARNING, "mapping dropped"),
  GM2181(ERROR, "integration response without status"),
  /** Functions are invoked by POST only. */
  GM2182(WARNING, "function not invoked by POST");

  private final Weight weight;
  private final String title;

  DocumentCodes(Weight weight, String title) {
    this.weight = weight;
    this.title = title;
  }

  @Override
  public Weight weight() {
    return weight;
  }

  @Override
  public String title() {
    return title;
  }
}
