package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.communitydesk.sandbox.world.Fault;

/**
 * One method of the Bot API.
 *
 * @param faults how it can misbehave; empty for a method that changes nothing
 */
record TelegramMethod(Set<Fault> faults, Function<TelegramRequest, JsonNode> work) {

  private static final Set<Fault> COMMON =
      EnumSet.of(
          Fault.RATE_LIMIT,
          Fault.SERVER_ERROR,
          Fault.ACCEPT_THEN_TIMEOUT,
          Fault.ACCEPT_THEN_RESET,
          Fault.SLOW);

  static TelegramMethod read(Function<TelegramRequest, JsonNode> work) {
    return new TelegramMethod(Set.of(), work);
  }

  static TelegramMethod write(Function<TelegramRequest, JsonNode> work, Fault... special) {
    Set<Fault> faults = EnumSet.copyOf(COMMON);
    faults.addAll(Set.of(special));
    return new TelegramMethod(faults, work);
  }
}
