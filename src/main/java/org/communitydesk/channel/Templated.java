package org.communitydesk.channel;

import java.util.List;
import org.communitydesk.http.CallFailure;

/** A channel that may send approved templates after the answer window. */
public interface Templated extends Channel {

  /**
   * The approved templates that need no filling in; may be empty.
   *
   * @throws CallFailure when the platform cannot be asked now
   */
  List<Template> templates() throws CallFailure;
}
