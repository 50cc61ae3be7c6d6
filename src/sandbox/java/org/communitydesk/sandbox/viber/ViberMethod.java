package org.communitydesk.sandbox.viber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.communitydesk.sandbox.world.Fault;

/**
 * One method of the Bot API.
 *
 * @param faults how it can misbehave; empty for a method that changes nothing for people
 */
record ViberMethod(Set<Fault> faults, Function<JsonNode, ObjectNode> work) {

  private static final Set<Fault> WHEN_SENDING =
      EnumSet.of(
          Fault.RATE_LIMIT,
          Fault.SERVER_ERROR,
          Fault.ACCEPT_THEN_TIMEOUT,
          Fault.ACCEPT_THEN_RESET,
          Fault.BLOCKED_BY_USER,
          Fault.SLOW);

  static ViberMethod quiet(Function<JsonNode, ObjectNode> work) {
    return new ViberMethod(Set.of(), work);
  }

  static ViberMethod sending(Function<JsonNode, ObjectNode> work) {
    return new ViberMethod(WHEN_SENDING, work);
  }
}
