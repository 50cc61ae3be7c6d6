package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.Values;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only WhatsApp does, ordered through the control API. */
@RestController
@RequestMapping("/sandbox/api/whatsapp")
class WhatsAppSwitches {

  private final WhatsAppNotices notices;
  private final WhatsAppSimulator simulator;
  private final Values values;
  private final Counters counters;
  private final TransactionTemplate transaction;

  WhatsAppSwitches(
      WhatsAppNotices notices,
      WhatsAppSimulator simulator,
      Values values,
      Counters counters,
      TransactionTemplate transaction) {
    this.notices = notices;
    this.simulator = simulator;
    this.values = values;
    this.counters = counters;
    this.transaction = transaction;
  }

  /**
   * {@code callbackData}: whether statuses carry what was sent with the message; {@code twice}:
   * whether every delivery comes twice; {@code together}: how many messages wait for each other and
   * come in one change.
   */
  @PutMapping("/switches")
  Map<String, String> set(@RequestBody byte[] bytes) {
    JsonNode body = Json.read(new String(bytes, StandardCharsets.UTF_8));
    transaction.executeWithoutResult(
        status -> {
          counters.alone(WhatsApp.PLATFORM);
          for (String name : WhatsAppNotices.SWITCHES) {
            if (body.has(name)) {
              values.set(WhatsApp.PLATFORM, name, body.path(name).asText());
            }
          }
          notices.letGo();
        });
    return Map.of("switches", "set");
  }

  /**
   * A person sends something that is neither text nor picture, as the platform writes it: {@code
   * authorId} and {@code message}, for example a reaction.
   */
  @PostMapping("/anything")
  Map<String, String> send(@RequestBody byte[] bytes) {
    JsonNode body = Json.read(new String(bytes, StandardCharsets.UTF_8));
    if (!(body.path("message") instanceof ObjectNode message)) {
      throw new Objection(400, "Не хватает поля message");
    }
    return Map.of(
        "messageId",
        transaction.execute(
            status -> {
              counters.alone(WhatsApp.PLATFORM);
              return simulator.sayAnything(body.path("authorId").asText(), message);
            }));
  }
}
