package io.gatemason.generator.diagnostics;

/**
 * The catalogue: every kind of diagnostic, with its default severity. Each constant has a page of
 * its own name in {@code docs/diagnostics}, and a comment where its title does not say what it is.
 *
 * <p>GM1xxx source, GM2xxx read, GM3xxx check, GM4xxx mapping templates, GM5xxx payload models,
 * GM6xxx layout and emit, GM9xxx defects of Gatemason.
 */
public enum DiagnosticCode {
  /** The file is not well-formed YAML or JSON. */
  GM1001(Severity.ERROR, "document cannot be parsed"),
  GM1002(Severity.ERROR, "file is not UTF-8"),
  /** A control character. */
  GM1003(Severity.ERROR, "character not allowed"),
  /** A tab where YAML wants spaces. */
  GM1004(Severity.ERROR, "tab used for indentation"),
  /** The file is larger than the limit. */
  GM1005(Severity.ERROR, "file too large"),
  /** Values are nested deeper than the limit. */
  GM1006(Severity.ERROR, "document nested too deep"),
  /** More values than the limit, aliases counted by what they stand for. */
  GM1007(Severity.ERROR, "document has too many values"),
  /** A key longer than the limit. */
  GM1008(Severity.ERROR, "key too long"),
  /** The file has no content. */
  GM1009(Severity.ERROR, "file is empty"),
  /** More than one YAML document in a file. */
  GM1010(Severity.ERROR, "more than one YAML document"),
  /** A key that is an object or array. */
  GM1011(Severity.ERROR, "key is not text"),
  GM1012(Severity.ERROR, "alias without anchor"),
  /** A YAML tag that names a type. */
  GM1013(Severity.ERROR, "YAML tag not allowed"),
  /** Equal keys in one object. */
  GM1014(Severity.WARNING, "key stands twice"),
  /** A JSON file that only a YAML parser can read. */
  GM1015(Severity.WARNING, "JSON is not strict"),

  /** The source file or folder cannot be read. */
  GM2001(Severity.ERROR, "source cannot be read"),
  /** No API document among the files. */
  GM2002(Severity.ERROR, "no API document found"),
  /** A reference to a file outside the source folder. */
  GM2003(Severity.ERROR, "path leaves the source folder"),
  /** A reference to another host. */
  GM2004(Severity.ERROR, "remote reference not followed"),
  /** A reference to a file that is not there. */
  GM2005(Severity.ERROR, "referenced file not found"),
  /** A reference to a place that the other file does not have. */
  GM2006(Severity.ERROR, "reference points nowhere"),
  /** A reference to another file, which the managed service refuses. */
  GM2007(Severity.WARNING, "reference to another file"),
  GM2008(Severity.ERROR, "files refer to each other in a circle"),
  GM2009(Severity.ERROR, "two documents with one API id"),

  GM2020(Severity.ERROR, "placeholder without a value"),
  /** A template name without a value, taken as the name of the resource. */
  GM2021(Severity.WARNING, "template name taken as it stands"),
  /** A placeholder taken as the name of a function or role. */
  GM2022(Severity.NOTE, "placeholder taken as a name"),
  /** An intrinsic function with arguments it does not have. */
  GM2023(Severity.ERROR, "intrinsic function cannot be evaluated"),
  /** An intrinsic function or macro that is not known. */
  GM2024(Severity.ERROR, "intrinsic function not known"),
  GM2025(Severity.ERROR, "condition without a value"),
  /** A run-time variable inside Fn::Sub without an exclamation mark. */
  GM2026(Severity.WARNING, "run-time variable inside Fn::Sub"),
  /** A name in a mapping template that nothing sets. */
  GM2027(Severity.WARNING, "name in a mapping template has no value"),
  GM2028(Severity.ERROR, "text directive not understood"),
  GM2029(Severity.ERROR, "template that cannot be deployed as it stands", Kind.ALLOWABLE),
  GM2030(Severity.ERROR, "value that a parameter does not allow"),

  GM2100(Severity.ERROR, "not an OpenAPI document"),
  GM2101(Severity.WARNING, "OpenAPI 3.1 document"),
  GM2102(Severity.WARNING, "standard part is not as OpenAPI says"),
  GM2103(Severity.ERROR, "value has the wrong kind"),
  GM2104(Severity.WARNING, "member of an extension not known"),
  GM2105(Severity.ERROR, "value not among the allowed ones"),
  GM2106(Severity.WARNING, "number or boolean where text belongs"),
  GM2107(Severity.WARNING, "extension not known"),
  GM2108(Severity.WARNING, "reference not found"),
  GM2109(Severity.ERROR, "reference leads back to itself"),
  GM2110(Severity.ERROR, "reference leaves the document"),
  GM2111(Severity.WARNING, "setting of HTTP APIs ignored"),
  GM2112(Severity.WARNING, "setting without effect"),
  GM2113(Severity.WARNING, "swagger-parser cannot read the document"),
  GM2114(Severity.WARNING, "description is empty"),
  GM2120(Severity.WARNING, "path does not begin with a slash"),
  GM2121(Severity.WARNING, "member of a path ignored"),
  GM2122(Severity.WARNING, "path variable not declared"),
  GM2123(Severity.WARNING, "path parameter not in the path"),
  GM2124(Severity.WARNING, "parameter ignored"),
  GM2125(Severity.NOTE, "response is documentation only"),
  GM2126(Severity.WARNING, "reference to a response"),
  GM2130(Severity.ERROR, "security scheme not defined", Kind.ALLOWABLE),
  GM2131(Severity.WARNING, "several security requirements"),
  GM2132(Severity.WARNING, "security scheme without effect"),
  GM2133(Severity.ERROR, "authorizer without a header to read"),
  GM2134(Severity.ERROR, "authorizer incomplete"),
  GM2135(Severity.ERROR, "authorizer's cache time out of range"),
  GM2140(Severity.ERROR, "request validator not defined", Kind.ALLOWABLE),
  GM2150(Severity.ERROR, "gateway response type not known"),
  GM2151(Severity.ERROR, "not a status code"),
  GM2160(Severity.ERROR, "compression size out of range"),
  GM2161(Severity.ERROR, "not a media type"),
  GM2170(Severity.ERROR, "method without integration"),
  GM2171(Severity.ERROR, "integration lacks a setting"),
  GM2172(Severity.ERROR, "integration lacks httpMethod"),
  GM2173(Severity.ERROR, "not an integration ARN"),
  GM2174(Severity.ERROR, "aws_proxy calls functions only"),
  GM2175(Severity.ERROR, "timeout out of range"),
  GM2176(Severity.WARNING, "timeout above the usual limit"),
  GM2177(Severity.ERROR, "mapping expression not understood"),
  GM2178(Severity.ERROR, "mapping target not understood"),
  GM2179(Severity.WARNING, "mapping dropped"),
  GM2181(Severity.ERROR, "integration response without status"),
  /** Functions are invoked by POST only. */
  GM2182(Severity.WARNING, "function not invoked by POST"),
  GM2801(Severity.ERROR, "mapping of a reserved header"),
  GM2802(Severity.ERROR, "no parameter mapping of an HTTP API"),
  GM2803(Severity.WARNING, "mapping that never has a value"),
  GM2804(Severity.ERROR, "Swagger 2.0 document of an HTTP API"),
  GM2805(Severity.WARNING, "route without a working integration"),
  GM2806(Severity.WARNING, "payload format of a function not said"),
  GM2807(Severity.ERROR, "unknown payload format version"),
  GM2808(Severity.ERROR, "integration of an HTTP API cannot work"),
  GM2809(Severity.ERROR, "CORS configuration cannot work"),
  GM2810(Severity.ERROR, "authorizer of an HTTP API cannot work"),
  GM2811(Severity.WARNING, "part without effect on an HTTP API"),
  GM2812(Severity.ERROR, "route declared twice"),
  GM2813(Severity.ERROR, "several security requirements on an operation"),
  GM2814(Severity.ERROR, "security scheme of a route without an authorizer"),
  GM2815(Severity.NOTE, "kind of an API that nothing says"),
  GM2816(Severity.WARNING, "action of a service without a role"),
  GM2901(Severity.ERROR, "selection expression that cannot be evaluated"),
  GM2902(Severity.ERROR, "route of a WebSocket API that is none"),
  GM2903(Severity.ERROR, "integration of a WebSocket API that cannot work"),
  GM2904(Severity.ERROR, "mapping of a WebSocket API that cannot work"),
  GM2905(Severity.ERROR, "authorization that a WebSocket API cannot have"),
  /** A function is mapped to a class that does not exist. */
  GM2201(Severity.ERROR, "function's handler not found"),
  /** A template's Java function is not part of the project. */
  GM2202(Severity.WARNING, "function whose class is not here"),
  /** A class or method that Lambda or generated code could not call. */
  GM2203(Severity.ERROR, "handler cannot be called"),
  /** Environment variables of a function that runs in the gateway's process. */
  GM2204(Severity.WARNING, "function's environment variables to be set"),
  /** A function is mapped, but no integration names it. */
  GM2205(Severity.WARNING, "mapped function not used"),
  /** Environment variables that a process of a function would lack. */
  GM2206(Severity.WARNING, "environment variables known only to the cloud"),

  /** A policy that cannot be saved. */
  GM2301(Severity.ERROR, "resource policy that is none"),
  /** An authorizer whose address invokes no function. */
  GM2302(Severity.ERROR, "authorizer that names no function"),

  /** A template has a type of resource that no reader knows. */
  GM2210(Severity.ERROR, "resource type not known", Kind.UNSUPPORTED),
  /** A template has a property that no reader knows. */
  GM2211(Severity.ERROR, "property of a resource not known", Kind.UNSUPPORTED),
  /** Resources that have nothing to do with a gateway. */
  GM2213(Severity.NOTE, "resources that are none of a gateway's"),
  /** An API of a template whose document is elsewhere. */
  GM2214(Severity.ERROR, "document of an API not found", Kind.ALLOWABLE),
  /** A property that names a resource which is not there. */
  GM2215(Severity.ERROR, "resource refers to nothing", Kind.UNSUPPORTED),
  /** A property that a resource must have. */
  GM2216(Severity.ERROR, "resource lacks a property"),
  /** Two resources declare one domain. */
  GM2217(Severity.ERROR, "domain declared twice"),
  /** A resource of a path, or the parent of one, is not there. */
  GM2218(Severity.ERROR, "resource without a path"),
  /** Two resources declare the same part of an API. */
  GM2219(Severity.ERROR, "part of an API declared twice"),
  /** A template says what the document says in another way. */
  GM2220(Severity.WARNING, "template replaces a part of the document"),
  /** A method asks for a part of the API that is not there. */
  GM2221(Severity.ERROR, "method asks for what the API lacks"),
  /** Access rules of SAM that cannot hold. */
  GM2222(Severity.ERROR, "access rule that cannot hold"),
  /** Cross-origin settings of SAM that contradict each other. */
  GM2223(Severity.ERROR, "credentials of all origins"),
  /** An event beside a document that makes no method. */
  GM2224(Severity.WARNING, "event without a method"),
  /** A warning of the import of an API that wants none. */
  GM2225(Severity.ERROR, "warning where the API wants none"),
  /** Values that a nested stack would get. */
  GM2226(Severity.WARNING, "parameters of a nested stack"),

  GM3101(Severity.ERROR, "same method twice"),
  GM3102(Severity.ERROR, "two variables below one resource"),
  GM3103(Severity.ERROR, "segment after a greedy variable"),
  GM3104(Severity.ERROR, "path segment not allowed"),
  /** Backend parameter name used twice. */
  GM3105(Severity.ERROR, "parameter name used twice"),
  GM3106(Severity.ERROR, "API without methods"),
  GM3107(Severity.ERROR, "integration lacks a uri"),
  GM3108(Severity.ERROR, "not an HTTP URI"),
  GM3109(Severity.WARNING, "port refused by the managed service"),
  GM3110(Severity.ERROR, "status code not declared"),
  GM3111(Severity.ERROR, "response header not declared"),
  GM3112(Severity.ERROR, "request parameter not declared"),
  GM3113(Severity.ERROR, "not a regular expression"),
  GM3114(Severity.ERROR, "stage name not allowed"),
  GM3115(Severity.WARNING, "quota of the managed service exceeded"),
  GM3116(Severity.WARNING, "nothing fills a URI variable"),
  /** A model's name has characters that the managed service does not take. */
  GM3117(Severity.WARNING, "model name refused by the managed service"),
  /** A model's content type is none. */
  GM3118(Severity.ERROR, "not a content type"),
  /** A model's schema says nothing. */
  GM3119(Severity.ERROR, "model is empty"),
  /** A stage variable that no stage can have. */
  GM3120(Severity.ERROR, "stage variable not allowed"),
  /** A path that the gateway itself answers. */
  GM3121(Severity.WARNING, "path reserved for health checks"),
  /** A literal that no header can have. */
  GM3122(Severity.WARNING, "header value with a control character"),
  /** More of something than a generated class can hold. */
  GM3123(Severity.ERROR, "more than a class can hold"),
  /** A header that requests to the backend must not have from a mapping. */
  GM3601(Severity.WARNING, "mapping makes requests fail"),
  /** Two integration responses for one status. */
  GM3602(Severity.WARNING, "status code of two integration responses"),
  /** A query mapping of a pass-through request to a name that is there. */
  GM3603(Severity.NOTE, "query parameter sent more than once"),

  /** A mapping or rule of a domain leads to a stage that is not there. */
  GM2601(Severity.ERROR, "domain that leads to an unknown stage"),
  /** A custom domain whose name no host can have. */
  GM2602(Severity.ERROR, "domain that is no name of a host"),
  /** A base path that a domain cannot have, or has already. */
  GM2603(Severity.ERROR, "base path of a domain not allowed"),
  /** A priority that a rule cannot have, or another has. */
  GM2604(Severity.ERROR, "priority of a routing rule not allowed"),
  /** A routing rule leads to an API of another kind. */
  GM2605(Severity.ERROR, "routing rule to an API that is no REST API"),
  /** A condition that no routing rule can have. */
  GM2606(Severity.ERROR, "condition of a routing rule not allowed"),
  /** The domain asks only rules, or only mappings. */
  GM2607(Severity.WARNING, "mapping or rule that is never asked"),
  /** A security policy that the managed service does not have. */
  GM2608(Severity.ERROR, "unknown security policy"),
  /** A policy with versions of TLS that Java has switched off. */
  GM2609(Severity.WARNING, "TLS 1.0 and 1.1 not served"),
  /** Mutual TLS needs the usual security policy. */
  GM2610(Severity.ERROR, "mutual TLS with another security policy"),
  /** The default endpoint of an API behind mutual TLS is open. */
  GM2611(Severity.WARNING, "way around mutual TLS"),
  /** A stage's certificate for backends has to come from settings. */
  GM2612(Severity.NOTE, "client certificate comes from settings"),
  /** A private API without a policy lets nobody in at the managed service. */
  GM2613(Severity.ERROR, "private API without a policy"),
  /** One domain leads to WebSocket APIs and to others. */
  GM2614(Severity.ERROR, "domain of WebSocket APIs that leads elsewhere too"),
  /** The policy of a domain speaks of something else. */
  GM2615(Severity.ERROR, "policy of a domain about something else"),

  /** A statement that closes nothing, because it names another API. */
  GM3301(Severity.ERROR, "policy that closes another API"),
  /** A statement that never fits, because it names another API. */
  GM3302(Severity.WARNING, "policy about another API"),
  GM3303(Severity.ERROR, "validation expression is no regular expression"),
  /** A user pool's ARN that is none. */
  GM3304(Severity.ERROR, "authorizer that names no user pool"),
  /** An identity source that has no value when the authorizer is asked. */
  GM3305(Severity.ERROR, "identity source not known"),
  /** Results are kept, but nothing tells callers apart. */
  GM3306(Severity.ERROR, "authorizer without identity source"),
  /** An integration is called as the caller, whom nobody knows. */
  GM3307(Severity.WARNING, "caller's credentials without signed calls"),

  /** A usage plan names a stage that its API does not have. */
  GM3501(Severity.ERROR, "usage plan of an unknown stage"),
  /** A usage plan throttles a method that its API does not have. */
  GM3502(Severity.ERROR, "throttle of an unknown method"),
  /** Two usage plans have the same key and the same stage. */
  GM3503(Severity.ERROR, "key in two plans of a stage"),
  /** The value of an API key is shorter or longer than the managed service takes. */
  GM3504(Severity.WARNING, "length of an API key"),
  /** Two API keys of a template have the same value. */
  GM3505(Severity.ERROR, "two keys with one value"),
  /** A method requires an API key and no usage plan lists a stage of its API. */
  GM3506(Severity.WARNING, "API key required and no plan"),
  /** A rate, burst or quota is negative. */
  GM3507(Severity.ERROR, "negative limit"),
  /** The offset of a quota is larger than the quota. */
  GM3508(Severity.ERROR, "offset beyond its quota"),
  /** A stage has settings for a method that its API does not have. */
  GM3509(Severity.WARNING, "settings of an unknown method"),
  /** Answers are to be kept for less than nothing or more than an hour. */
  GM3510(Severity.ERROR, "time to live out of range"),
  /** Caching is switched on for methods of a stage without a cache. */
  GM3511(Severity.WARNING, "caching without a cache"),
  /** The size of a cache is no number of gigabytes. */
  GM3512(Severity.ERROR, "size of a cache"),
  /** A cache key names no parameter of the method or its integration. */
  GM3513(Severity.ERROR, "cache key that is no parameter"),
  /** Answers are kept whatever the value of a path variable is. */
  GM3514(Severity.WARNING, "path variable that is no cache key"),
  /** Kept answers of a method with authorization are given to all callers. */
  GM3515(Severity.WARNING, "cached answers of authorized methods"),
  /** A canary has less than 0 or more than 100 percent of the traffic. */
  GM3516(Severity.ERROR, "share of a canary"),
  /** A deployment names a revision that is not there, or that has no document of its API. */
  GM3521(Severity.ERROR, "revision of a deployment"),
  /** A canary names another deployment than its stage, and nothing tells the two apart. */
  GM3522(Severity.WARNING, "canary with the deployment of its stage"),
  /** How a canary becomes its stage. */
  GM3523(Severity.NOTE, "canary to promote or to give up"),
  /** A deployment is the canary of a stage that nothing declares. */
  GM3524(Severity.ERROR, "canary without a stage"),

  /** A format of an access log names a variable that access logs do not have. */
  GM3611(Severity.ERROR, "unknown variable in an access log"),
  /**
   * A format of an access log has to name the request: with $context.requestId or
   * $context.extendedRequestId.
   */
  GM3612(Severity.ERROR, "access log without an id"),
  /** An access log is set for a stage, but its format is missing or empty. */
  GM3613(Severity.ERROR, "empty access log"),
  /** A format of an access log is one line. */
  GM3614(Severity.ERROR, "access log of several lines"),
  /** The managed service takes formats of access logs of up to 3 KB. */
  GM3615(Severity.WARNING, "long access log"),
  /**
   * A format of an access log names a variable that nothing gives a value here: of another kind of
   * API, or of something that is not built yet.
   */
  GM3616(Severity.WARNING, "variable without a value in an access log"),
  /** Data trace shows headers and payloads in the execution log, and only at the level INFO. */
  GM3617(Severity.WARNING, "data trace without an execution log"),

  /** What names an API cannot begin the name of a host, so that a part of it does. */
  GM3701(Severity.NOTE, "API name that is no host name"),
  /** The ARN of a function names no account. */
  GM3702(Severity.WARNING, "function ARN without account"),
  /** The media type of a template has parameters, so that the service never chooses it. */
  GM3703(Severity.WARNING, "template that is never chosen"),
  /** A stage variable is read that a stage does not define. */
  GM3704(Severity.WARNING, "stage variable not defined"),
  /** A function of a template cannot run here. */
  GM3705(Severity.WARNING, "function without code"),
  /** A fixed principal is to take the place of an authorizer that does not exist. */
  GM3801(Severity.ERROR, "no such authorizer"),
  /** A policy denies by a condition that never holds here. */
  GM3802(Severity.ERROR, "denial that never denies", Kind.ALLOWABLE),

  GM3914(Severity.ERROR, "streamed answers of functions not supported yet", Kind.UNSUPPORTED),
  /** A setting of an API or stage in a resource template that is not supported yet. */
  GM3924(Severity.WARNING, "settings of resource templates not supported yet", Kind.UNSUPPORTED),
  GM3928(Severity.ERROR, "web ACLs not supported yet", Kind.UNSUPPORTED),

  /** A mapping template has a syntax error. */
  GM4001(Severity.ERROR, "mapping template cannot be read"),
  /** A mapping template uses a variable that does not exist. */
  GM4002(Severity.WARNING, "unknown variable in mapping template"),
  /** A mapping template calls a function that does not exist. */
  GM4003(Severity.ERROR, "unknown function in mapping template"),
  /** A mapping template tries to reach Java classes. */
  GM4004(Severity.ERROR, "refused access in mapping template"),
  /** A mapping template uses a part of the language that is not available. */
  GM4005(Severity.ERROR, "unavailable construct in mapping template"),
  /** A mapping template has something that looks like a directive but is printed as text. */
  GM4006(Severity.WARNING, "directive printed as text"),
  /** A mapping template assigns what cannot be assigned. */
  GM4007(Severity.ERROR, "assignment to a read-only reference"),
  /** A mapping template exceeds a limit of the service. */
  GM4008(Severity.ERROR, "mapping template too large"),
  /** A mapping template has a syntax error and always fails, which was asked for. */
  GM4009(Severity.WARNING, "mapping template fails at run time"),
  /** A mapping template has a constant JSON path that no payload can be read with. */
  GM4010(Severity.ERROR, "JSON path in mapping template cannot be read"),

  /** A schema is neither an object nor true or false. */
  GM5001(Severity.ERROR, "not a schema"),
  /** A reference names a schema that is not there; it is ignored, as the managed service does. */
  GM5002(Severity.WARNING, "reference to a schema that does not exist"),
  /** The value of a schema keyword has the wrong type. */
  GM5003(Severity.ERROR, "value of a keyword has the wrong type"),
  /** A member of a schema is no keyword of its dialect; it is ignored. */
  GM5004(Severity.WARNING, "unknown schema keyword"),
  /** The managed service drops a keyword when it imports a document. */
  GM5005(Severity.WARNING, "keyword is dropped on import"),
  /** A pattern is not ECMA-262, or has no counterpart in Java. */
  GM5006(Severity.ERROR, "pattern cannot be translated"),
  /** Two keywords of a schema exclude each other, so that nothing satisfies it. */
  GM5007(Severity.WARNING, "schema contradicts itself"),
  /** A schema leads back to itself without going into the value. */
  GM5008(Severity.ERROR, "schema refers to itself endlessly"),
  /** A pattern needs backtracking, so its search has a limit of steps. */
  GM5009(Severity.NOTE, "search of a pattern is limited"),
  /** A format has no meaning in validation. */
  GM5010(Severity.WARNING, "format is not checked"),
  /** A reference leads out of the document, which the managed service refuses. */
  GM5011(Severity.ERROR, "reference leads out of the document"),
  /** A schema names more members, or longer ones, than a generated class can hold. */
  GM5012(Severity.ERROR, "schema too large"),
  /** Two APIs would get one package. */
  GM6001(Severity.ERROR, "API ids too alike"),

  /** An exception that should not have happened. */
  GM9001(Severity.ERROR, "defect in Gatemason");

  private enum Kind {
    PLAIN,
    ALLOWABLE,
    UNSUPPORTED
  }

  private final Severity severity;
  private final String title;
  private final Kind kind;

  DiagnosticCode(Severity severity, String title) {
    this(severity, title, Kind.PLAIN);
  }

  DiagnosticCode(Severity severity, String title, Kind kind) {
    this.severity = severity;
    this.title = title;
    this.kind = kind;
  }

  /** The severity unless a diagnostic says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** A few words naming the kind, without the user's own. */
  public String title() {
    return title;
  }

  /** Whether a user may allow it, with a reason, although it is an error. */
  public boolean allowable() {
    return kind != Kind.PLAIN;
  }

  /** Whether the document is right but Gatemason does not do it yet. */
  public boolean unsupported() {
    return kind == Kind.UNSUPPORTED;
  }
}
