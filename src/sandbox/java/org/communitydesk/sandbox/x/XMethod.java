package org.communitydesk.sandbox.x;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Fault;

/**
 * One call.
 *
 * @param path a regular expression of what follows {@code /2/}; its groups are the arguments
 * @param faults how it can misbehave; empty for a call that changes nothing
 */
record XMethod(String verb, String path, Set<Fault> faults, Function<XRequest, Answer> work) {

  static XMethod read(String path, Function<XRequest, Answer> work) {
    return new XMethod("GET", path, Set.of(), work);
  }

  static XMethod write(
      String verb, String path, Function<XRequest, Answer> work, Fault... special) {
    Set<Fault> faults =
        EnumSet.of(
            Fault.RATE_LIMIT,
            Fault.SERVER_ERROR,
            Fault.ACCEPT_THEN_TIMEOUT,
            Fault.ACCEPT_THEN_RESET,
            Fault.SLOW);
    faults.addAll(Set.of(special));
    return new XMethod(verb, path, faults, work);
  }
}
