package io.gatemason.runtime.integration;

import java.nio.file.Path;

/** The same requests, with functions that run with AWS's own client. */
class OfficialNodeClientTest extends NodeFunctionTest {
  @Override
  Path client() throws Exception {
    return NodeClient.installOfficial();
  }
}
