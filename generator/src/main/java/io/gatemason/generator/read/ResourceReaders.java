package io.gatemason.generator.read;

import io.gatemason.generator.read.resource.NestedStackReader;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.function.FunctionReader;
import io.gatemason.generator.read.resource.http.ApiMappingReader;
import io.gatemason.generator.read.resource.http.DomainNameV2Reader;
import io.gatemason.generator.read.resource.http.HttpParts;
import io.gatemason.generator.read.resource.http.RoutingRuleReader;
import io.gatemason.generator.read.resource.rest.ApiKeyReader;
import io.gatemason.generator.read.resource.rest.BasePathMappingReader;
import io.gatemason.generator.read.resource.rest.DeploymentReader;
import io.gatemason.generator.read.resource.rest.DomainNameReader;
import io.gatemason.generator.read.resource.rest.RestApiReader;
import io.gatemason.generator.read.resource.rest.RestParts;
import io.gatemason.generator.read.resource.rest.StageReader;
import io.gatemason.generator.read.resource.rest.UsagePlanKeyReader;
import io.gatemason.generator.read.resource.rest.UsagePlanReader;
import io.gatemason.generator.read.resource.sam.SamParts;
import io.gatemason.generator.read.resource.sam.ServerlessApiReader;
import io.gatemason.generator.read.resource.waf.WafParts;
import io.gatemason.generator.read.resource.waf.WebAclAssociationReader;
import io.gatemason.generator.read.resource.waf.WebAclReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of the readers of template resources: whatever none of them knows is reported. */
final class ResourceReaders {
  static final List<ResourceReader> ORDER =
      Stream.<List<ResourceReader>>of(
              List.of(
                  new RestApiReader(),
                  new ServerlessApiReader(),
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
                  new FunctionReader(true),
                  new FunctionReader(false)),
              RestParts.all(),
              HttpParts.all(),
              SamParts.all(),
              WebAclReader.all(),
              WafParts.all())
          .flatMap(List::stream)
          .toList();

  /** The readers by type. */
  static final Map<String, ResourceReader> BY_TYPE =
      ORDER.stream()
          .flatMap(reader -> reader.types().stream().map(type -> Map.entry(type, reader)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ResourceReaders() {}
}
