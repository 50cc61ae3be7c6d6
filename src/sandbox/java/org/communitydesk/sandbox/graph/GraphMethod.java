package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.communitydesk.sandbox.world.Fault;

/**
 * One call of the API.
 *
 * @param possible the faults that it can show; empty for a call that changes nothing
 * @param errors what it answers for a fault in which nothing is done
 */
public record GraphMethod(
    Set<Fault> possible,
    Map<Fault, GraphError> errors,
    Function<GraphRequest, ? extends JsonNode> work) {

  public static GraphMethod read(Function<GraphRequest, ? extends JsonNode> work) {
    return new GraphMethod(Set.of(), Map.of(), work);
  }

  /**
   * @param limit what it answers when it is called too often
   */
  public static GraphMethod write(
      GraphError limit, Function<GraphRequest, ? extends JsonNode> work) {
    return new GraphMethod(
            EnumSet.of(Fault.ACCEPT_THEN_TIMEOUT, Fault.ACCEPT_THEN_RESET, Fault.SLOW),
            Map.of(),
            work)
        .failing(Fault.RATE_LIMIT, limit)
        .failing(Fault.SERVER_ERROR, GraphError.broken());
  }

  /** The same call that can also show that fault. */
  public GraphMethod failing(Fault fault, GraphError error) {
    Set<Fault> more = EnumSet.of(fault);
    more.addAll(possible);
    Map<Fault, GraphError> answers = new EnumMap<>(Fault.class);
    answers.putAll(errors);
    answers.put(fault, error);
    return new GraphMethod(more, answers, work);
  }
}
