package org.communitydesk.sandbox.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.communitydesk.sandbox.world.Fault;

/**
 * One call of either API.
 *
 * @param faults how it can misbehave; empty for a call that changes nothing
 */
record OkMethod(Set<Fault> faults, Function<OkRequest, ? extends JsonNode> work) {

  static OkMethod read(Function<OkRequest, ? extends JsonNode> work) {
    return new OkMethod(Set.of(), work);
  }

  static OkMethod write(Function<OkRequest, ? extends JsonNode> work, Fault... special) {
    Set<Fault> faults =
        EnumSet.of(
            Fault.RATE_LIMIT,
            Fault.SERVER_ERROR,
            Fault.ACCEPT_THEN_TIMEOUT,
            Fault.ACCEPT_THEN_RESET,
            Fault.SLOW);
    faults.addAll(Set.of(special));
    return new OkMethod(faults, work);
  }
}
