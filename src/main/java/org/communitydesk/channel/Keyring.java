package org.communitydesk.channel;

import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.Secret;

/** Keys that an administrator has changed while the program runs. */
public interface Keyring {

  /** The two keys of an account that run out. */
  enum Key {
    TOKEN,
    ADMIN_TOKEN
  }

  /** The key to be used now; empty when the one in the settings counts. */
  Optional<Secret> find(Account account, Key key);
}
