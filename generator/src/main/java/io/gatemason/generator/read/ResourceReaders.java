package io.gatemason.generator.read;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.ApiType;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.resource.ApiResourceReader;
import io.gatemason.generator.read.resource.NestedStackReader;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.function.FunctionReader;
import io.gatemason.generator.read.resource.http.ApiMappingReader;
import io.gatemason.generator.read.resource.http.DomainNameV2Reader;
import io.gatemason.generator.read.resource.http.HttpParts;
import io.gatemason.generator.read.resource.http.RoutingRuleReader;
import io.gatemason.generator.read.resource.rest.ApiKeyReader;
import io.gatemason.generator.read.resource.rest.BasePathMappingReader;
import io.gatemason.generator.read.resource.rest.DeploymentReader;
import io.gatemason.generator.read.resource.rest.DomainNameReader;
import io.gatemason.generator.read.resource.rest.RestParts;
import io.gatemason.generator.read.resource.rest.StageReader;
import io.gatemason.generator.read.resource.rest.UsagePlanKeyReader;
import io.gatemason.generator.read.resource.rest.UsagePlanReader;
import io.gatemason.generator.read.resource.sam.SamParts;
import io.gatemason.generator.read.resource.waf.WafSetReader;
import io.gatemason.generator.read.resource.waf.WebAclAssociationReader;
import io.gatemason.generator.read.resource.waf.WebAclLoggingReader;
import io.gatemason.generator.read.resource.waf.WebAclReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of the readers of template resources: whatever none of them knows is reported. */
final class ResourceReaders {
  static final List<ResourceReader> ORDER =
      Stream.<List<? extends ResourceReader>>of(
              Readers.KINDS.stream().flatMap(kind -> kind.resources().stream()).toList(),
              List.of(
                  new StageReader(),
                  new DeploymentReader(),
                  new ApiKeyReader(),
                  new UsagePlanReader(),
                  new UsagePlanKeyReader(),
                  new DomainNameReader(),
                  new DomainNameV2Reader(),
                  new BasePathMappingReader(),
                  new ApiMappingReader(),
                  new RoutingRuleReader(),
                  new NestedStackReader(),
                  new WebAclAssociationReader(),
                  new WebAclLoggingReader(),
                  new FunctionReader(true),
                  new FunctionReader(false)),
              RestParts.all(),
              HttpParts.all(),
              SamParts.all(),
              WebAclReader.all(),
              WafSetReader.all())
          .<ResourceReader>flatMap(List::stream)
          .toList();

  /** The readers by type. */
  static final Map<String, ResourceReader> BY_TYPE =
      ORDER.stream()
          .flatMap(reader -> reader.types().stream().map(type -> Map.entry(type, reader)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The types of resources that declare an API. */
  private static final Map<String, ApiType> API_TYPES =
      Readers.KINDS.stream()
          .flatMap(kind -> kind.resources().stream().flatMap(reader -> types(kind, reader)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ResourceReaders() {}

  private static Stream<Map.Entry<String, ApiType>> types(
      KindReader kind, ApiResourceReader reader) {
    return reader.types().stream()
        .map(type -> Map.entry(type, new ApiType(kind.kind(), reader.body())));
  }

  /** The APIs that a template declares, in its order. */
  static List<ApiResource> apis(CloudFormationTemplate template) {
    return ApiResource.of(template, API_TYPES);
  }

  /** Whether a resource declares an API that has a document, written or made of other resources. */
  static boolean hasDocument(TemplateResource resource) {
    ApiType type = API_TYPES.get(resource.type());
    return type != null && type.kind() != Api.Kind.WEBSOCKET && !resource.isWebSocketApi();
  }

  /** The API of a document that holds these resources itself, whether they declare it or not. */
  static ApiResource apiOfDocument(CloudFormationTemplate resources) {
    return ApiResource.ofDocument(resources, API_TYPES);
  }
}
