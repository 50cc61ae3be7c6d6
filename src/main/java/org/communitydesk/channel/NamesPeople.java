package org.communitydesk.channel;

import java.util.Collection;
import java.util.Map;
import org.communitydesk.wire.CallFailure;

/** A channel whose events carry no names and which can be asked for them. */
public interface NamesPeople extends Channel {

  /**
   * The names of these people; who is unknown to the platform is missing in the answer.
   *
   * @throws CallFailure when the platform cannot be asked now
   */
  Map<String, String> names(Collection<String> ids) throws CallFailure;
}
