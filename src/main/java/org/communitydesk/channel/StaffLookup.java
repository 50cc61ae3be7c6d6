package org.communitydesk.channel;

import org.communitydesk.http.CallFailure;

/** A channel that can be asked who runs the brand's community there. */
public interface StaffLookup extends Channel {

  /**
   * Whether that person is an administrator or moderator of the community on the platform.
   *
   * @throws CallFailure when the platform cannot be asked now, or does not say it
   */
  boolean isStaff(String personId) throws CallFailure;
}
