package org.communitydesk.channel;

import java.util.Collection;
import java.util.Map;
import org.communitydesk.wire.CallFailure;

/** A channel whose events carry people's ids only, and which can be asked for their names. */
public interface NamesPeople extends Channel {

  /**
   * The names by id; ids that the platform does not name are missing.
   *
   * @param ids at most 100
   * @throws CallFailure when the platform cannot be asked now
   */
  Map<String, String> names(Collection<String> ids) throws CallFailure;
}
