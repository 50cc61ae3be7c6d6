package org.communitydesk.sandbox.graph;

import java.util.Map;
import org.communitydesk.conversation.Platform;

/** A part of one platform's API. */
public interface GraphSection {

  Platform platform();

  /**
   * The calls by verb and edge, for example {@code POST comments}; {@code GET} with a blank behind
   * it is of the object itself, {@code GET /me} of that very object.
   */
  Map<String, GraphMethod> methods();
}
