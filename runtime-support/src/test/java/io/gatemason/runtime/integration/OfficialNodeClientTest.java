package io.gatemason.runtime.integration;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same requests, with functions that run with AWS's own client. */
@EnabledIfSystemProperty(
    named = "gatemason.official-node-client",
    matches = "true",
    disabledReason = "compiling the client takes minutes: -Dgatemason.official-node-client=true")
class OfficialNodeClientTest extends NodeFunctionTest {
  @Override
  Path client() throws Exception {
    return NodeClient.installOfficial();
  }
}
