package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.layout.http.RouteAuthorizations;
import io.gatemason.generator.layout.integration.TemplateLayout;
import io.gatemason.generator.layout.rest.AuthorizationLayouts;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.layout.route.RoutesLayout;
import io.gatemason.generator.layout.stage.AccessLogLayout;
import io.gatemason.generator.layout.stage.StagesLayout;
import io.gatemason.generator.layout.waf.RuleSetLayout;
import io.gatemason.generator.model.Api;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of one API.
 *
 * @param api the API
 * @param apiClass joins the API's parts
 * @param stages the classes of its stages
 * @param accessLogs the class of its access logs; empty where no stage has one
 * @param authorization the classes that say who may call a REST API; empty for other kinds
 * @param routeAuthorizations the classes that say who may call an HTTP API; empty for other kinds
 * @param routes the routing classes of each path tree, the first of them the entry, in the order in
 *     which the trees are asked
 * @param defaultMethod what answers where no tree does; empty without
 * @param methods one class each, in the order of paths and verbs
 * @param templates the classes of mapping templates, in the order of their methods
 * @param models the classes of payload models, in the order of the document
 * @param gatewayResponses the class of customised gateway responses; empty where none is
 * @param webAcls the classes of the web ACLs that guard its stages, by stage
 * @param messageRoutes the class that finds the routes of messages; empty for other kinds of API
 */
public record ApiLayout(
    Api api,
    ClassName apiClass,
    StagesLayout stages,
    Optional<AccessLogLayout> accessLogs,
    Optional<AuthorizationLayouts> authorization,
    Optional<RouteAuthorizations> routeAuthorizations,
    List<List<RoutesLayout>> routes,
    Optional<MethodLayout> defaultMethod,
    List<MethodLayout> methods,
    List<TemplateLayout> templates,
    List<CompiledModel> models,
    Optional<ClassName> gatewayResponses,
    Map<String, RuleSetLayout> webAcls,
    Optional<ClassName> messageRoutes) {}
