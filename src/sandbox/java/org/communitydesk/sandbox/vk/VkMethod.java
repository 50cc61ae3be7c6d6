package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.communitydesk.sandbox.world.Fault;

/**
 * One API method.
 *
 * @param byGroup whether the community's token may call it
 * @param byUser whether an administrator's token may call it
 * @param faults how it can misbehave; empty for a method that changes nothing
 */
record VkMethod(
    boolean byGroup,
    boolean byUser,
    Set<Fault> faults,
    Function<VkRequest, ? extends JsonNode> work) {

  private static final Set<Fault> COMMON =
      EnumSet.of(
          Fault.RATE_LIMIT,
          Fault.SERVER_ERROR,
          Fault.ACCEPT_THEN_TIMEOUT,
          Fault.ACCEPT_THEN_RESET,
          Fault.SLOW);

  static VkMethod read(boolean byGroup, boolean byUser, Function<VkRequest, JsonNode> work) {
    return new VkMethod(byGroup, byUser, Set.of(), work);
  }

  static VkMethod write(
      boolean byGroup, boolean byUser, Function<VkRequest, JsonNode> work, Fault... special) {
    Set<Fault> faults = EnumSet.copyOf(COMMON);
    faults.addAll(Set.of(special));
    return new VkMethod(byGroup, byUser, faults, work);
  }
}
