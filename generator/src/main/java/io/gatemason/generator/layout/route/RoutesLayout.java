package io.gatemason.generator.layout.route;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.rest.MethodLayout;
import java.util.List;

/**
 * One routing class: a part of the path tree that is read in one piece.
 *
 * @param name the class
 * @param entry where it starts: the group of siblings it chooses among, or one resource
 * @param handlers the methods whose classes it holds, in the order of paths and verbs
 * @param parts the routing classes it hands over to
 * @param slash what a slash at the end of a path means
 */
public record RoutesLayout(
    ClassName name,
    RouteStep entry,
    List<MethodLayout> handlers,
    List<RouteStep.PartStep> parts,
    TrailingSlash slash) {}
