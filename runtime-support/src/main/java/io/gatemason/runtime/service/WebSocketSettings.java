package io.gatemason.runtime.service;

import io.gatemason.runtime.auth.AuthServices;
import io.gatemason.runtime.auth.IamAuthorizer;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.websocket.WebSocketOptions;
import io.helidon.config.Config;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Runtime settings of WebSocket APIs. */
final class WebSocketSettings {
  private WebSocketSettings() {}

  /**
   * What stands below {@code gateway.websocket}.
   *
   * @throws IllegalArgumentException if a setting is unusable
   */
  static WebSocketOptions options(Config config) {
    Config set = config.get("gateway.websocket");
    WebSocketOptions usual = WebSocketOptions.DEFAULT;
    return new WebSocketOptions(
        set.get("frame-bytes").asInt().orElse(usual.frameBytes()),
        set.get("message-bytes").asInt().orElse(usual.messageBytes()),
        set.get("idle").as(Duration.class).orElse(usual.idle()),
        set.get("life").as(Duration.class).orElse(usual.life()),
        set.get("close-wait").as(Duration.class).orElse(usual.closeWait()),
        set.get("messages-at-once").asInt().orElse(usual.messagesAtOnce()),
        set.get("queued-bytes").asInt().orElse(usual.queuedBytes()),
        set.get("url-chars").asInt().orElse(usual.urlChars()),
        set.get("callback-host").asString().orElse(usual.callbackHost()));
  }

  /**
   * Lets those through who may call connections from outside, and fails for others.
   *
   * @throws IllegalArgumentException if a setting is unusable
   */
  static Consumer<Exchange> callbackGuard(Config config, AuthServices auth) {
    Optional<String> token = config.get("gateway.websocket.callback-token").asString().asOptional();
    if (auth.knowsIdentities()) {
      return CallbackGuard.signed(IamAuthorizer.of(auth));
    }
    if (token.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("gateway.websocket.callback-token is empty");
    }
    return token.map(CallbackGuard::withToken).orElse(CallbackGuard::onlyThisMachine);
  }
}
