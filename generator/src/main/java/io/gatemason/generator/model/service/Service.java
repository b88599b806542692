package io.gatemason.generator.model.service;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.waf.WebAcls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** What serves a stage: the API as it is, or as it was at a revision. */
  public Api serving(Api api, Stage stage) {
    return snapshotsOf(api).stream()
        .filter(snapshot -> snapshot.serves(stage))
        .map(Snapshot::api)
        .findFirst()
        .orElse(api);
  }

  /** The same for the canary of a stage; what serves the stage where there is none. */
  public Api servingCanary(Api api, Stage stage) {
    return snapshotsOf(api).stream()
        .filter(snapshot -> snapshot.servesCanary(stage))
        .map(Snapshot::api)
        .findFirst()
        .orElse(api);
  }

  /** The API of an id, if it is of a kind. */
  public <A extends Api> Optional<A> api(Class<A> kind, String id) {
    return apis(kind).stream().filter(api -> api.id().equals(id)).findFirst();
  }

  /** The APIs of one kind. */
  public <A extends Api> List<A> apis(Class<A> kind) {
    return of(kind, apis.stream());
  }

  /** The APIs of one kind, and what they were at revisions. */
  public <A extends Api> List<A> documents(Class<A> kind) {
    return of(kind, Stream.concat(apis.stream(), snapshots.stream().map(Snapshot::api)));
  }

  private static <A extends Api> List<A> of(Class<A> kind, Stream<Api> documents) {
    return documents.filter(kind::isInstance).map(kind::cast).toList();
  }
}
