package io.gatemason.runtime.console;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.exchange.ApiInfo;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * The service as its console sees it.
 *
 * @param stages the stages in force, without their canaries
 * @param requests serves a request as those of clients; false if the service has ended
 * @param code loads the resources of the service
 * @param port where the service takes connections without TLS
 */
public record ConsoleService(
    Supplier<List<ApiInfo>> stages,
    BiPredicate<ClientRequest, ClientAnswer> requests,
    ClassLoader code,
    int port) {}
