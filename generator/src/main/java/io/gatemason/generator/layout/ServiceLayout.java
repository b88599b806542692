package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.waf.WebAclLayouts;
import java.util.List;
import java.util.Optional;

/**
 * Everything that will be written.
 *
 * @param gateway the class with {@code main}
 * @param apis in the order of their ids
 * @param functions those that the service calls in its own process, in the order of their names
 * @param processes those that it can run in processes of their own, in the order of their names
 * @param functionList the class that lists both
 * @param plans the usage plans and API keys; empty where there are none
 * @param webAcls the classes of web ACLs
 * @param domains the custom domains; empty where there are none
 */
public record ServiceLayout(
    ClassName gateway,
    List<ApiLayout> apis,
    List<FunctionLayout> functions,
    List<ProcessLayout> processes,
    ClassName functionList,
    Optional<PlansLayout> plans,
    WebAclLayouts webAcls,
    Optional<DomainsLayout> domains) {}
