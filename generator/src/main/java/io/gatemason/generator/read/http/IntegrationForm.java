package io.gatemason.generator.read.http;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * What an integration says, wherever it is written: a document's extension or a template's
 * resource.
 *
 * @param title the route or resource, for messages
 * @param range where it is written
 * @param type {@code AWS_PROXY} or {@code HTTP_PROXY}
 * @param subtype the action of an AWS service
 * @param method the backend's verb
 * @param uri an address or ARN
 * @param payloadFormat {@code 1.0} or {@code 2.0}
 * @param credentials a role
 * @param connectionType {@code INTERNET} or {@code VPC_LINK}
 * @param connectionId the VPC link
 * @param timeoutMillis 50 to 30000
 * @param serverName the name that the backend's certificate must have
 * @param requestParameters mappings, or parameters of an action
 * @param responseParameters mappings by status
 */
record IntegrationForm(
    String title,
    Range range,
    Optional<ScalarNode> type,
    Optional<ScalarNode> subtype,
    Optional<ScalarNode> method,
    Optional<ScalarNode> uri,
    Optional<ScalarNode> payloadFormat,
    Optional<ScalarNode> credentials,
    Optional<ScalarNode> connectionType,
    Optional<ScalarNode> connectionId,
    Optional<ScalarNode> timeoutMillis,
    Optional<ScalarNode> serverName,
    List<Entry> requestParameters,
    List<StatusEntries> responseParameters) {

  /** A parameter with its value. */
  record Entry(ScalarNode key, ScalarNode value) {}

  /** The mappings for one status. */
  record StatusEntries(ScalarNode status, List<Entry> entries) {}
}
