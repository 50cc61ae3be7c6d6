package org.communitydesk.channel;

import java.util.Collection;
import java.util.Map;
import org.communitydesk.http.CallFailure;

/** A channel whose events carry people's ids only, and which can be asked who they are. */
public interface ProfileLookup extends Channel {

  /**
   * What the platform says of a person.
   *
   * @param followers how many people read them; null when the platform does not tell
   */
  record Known(String name, Long followers) {

    /** Somebody of whom the platform tells the name alone. */
    public static Known named(String name) {
      return new Known(name, null);
    }
  }

  /**
   * The people by id; those that the platform does not name are missing.
   *
   * @param ids at most 100
   * @throws CallFailure when the platform cannot be asked now
   */
  Map<String, Known> people(Collection<String> ids) throws CallFailure;
}
