package io.gatemason.runtime.throttle;

/**
 * Names a stage in the whole service.
 *
 * @param apiId the API's id
 * @param stage the stage's name, "" if the API answers at the root
 */
record StageName(String apiId, String stage) {}
