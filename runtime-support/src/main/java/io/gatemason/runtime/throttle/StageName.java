package io.gatemason.runtime.throttle;

import io.gatemason.runtime.exchange.ApiInfo;

/**
 * Names a stage in the whole service.
 *
 * @param apiId the API's id
 * @param stage the stage's name, "" if the API answers at the root
 */
record StageName(String apiId, String stage) {

  static StageName of(ApiInfo stage) {
    return new StageName(stage.apiId(), stage.stage());
  }
}
