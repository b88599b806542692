package io.gatemason.runtime.server;

import io.gatemason.runtime.stage.StagePath;

/**
 * What a request is for.
 *
 * @param served the stage
 * @param path how the request's path names it
 */
record Destination(ServedApi served, StagePath path) {}
