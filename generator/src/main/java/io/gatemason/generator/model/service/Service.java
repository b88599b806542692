package io.gatemason.generator.model.service;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.waf.WebAcls;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one gateway serves, as its documents and templates mean it. Immutable.
 *
 * @param apis by the order of their documents; ids are unique
 * @param snapshots REST APIs as they were at revisions that deployments name
 * @param domains custom domain names, unique
 * @param usagePlans in the order of the templates
 * @param apiKeys in the order of the templates, in a plan or not; values may repeat
 * @param webAcls web ACLs and what they refer to
 * @param functions the functions that templates declare
 */
public record Service(
    List<Api> apis,
    List<Snapshot> snapshots,
    List<DomainName> domains,
    List<UsagePlan> usagePlans,
    List<ApiKey> apiKeys,
    WebAcls webAcls,
    List<FunctionDefinition> functions) {

  public Service {
    apis = List.copyOf(apis);
    snapshots = List.copyOf(snapshots);
    domains = List.copyOf(domains);
    usagePlans = List.copyOf(usagePlans);
    apiKeys = List.copyOf(apiKeys);
    functions = List.copyOf(functions);
  }

  /** An API's earlier revisions. */
  public List<Snapshot> snapshotsOf(Api api) {
    return snapshots.stream().filter(each -> each.api().id().equals(api.id())).toList();
  }

  /** The API of an id, if it is of a kind. */
  public <A extends Api> Optional<A> api(Class<A> kind, String id) {
    return apis(kind).stream().filter(api -> api.id().equals(id)).findFirst();
  }

  /** The APIs of one kind. */
  public <A extends Api> List<A> apis(Class<A> kind) {
    return apis.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
