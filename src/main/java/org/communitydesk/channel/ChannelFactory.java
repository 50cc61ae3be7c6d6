package org.communitydesk.channel;

import org.communitydesk.conversation.Platform;

/** What a platform's package offers: it makes a channel of the operator's settings. */
public interface ChannelFactory {

  Platform platform();

  /**
   * @param name the account's name in the settings
   * @throws BadSetting when a setting is missing or contradicts another
   */
  Channel make(String name, ChannelSettings settings);
}
