package org.communitydesk.contactcenter;

import java.util.Properties;
import org.communitydesk.contactcenter.ContactCenterProperties.Encryption;
import org.communitydesk.contactcenter.ContactCenterProperties.Server;

/** How Jakarta Mail talks to a server: encrypted as set, and never without an end. */
final class MailSessions {

  private MailSessions() {}

  /**
   * @param protocol {@code smtp}, {@code smtps}, {@code imap} or {@code imaps}
   * @param limit milliseconds
   */
  static Properties properties(String protocol, Server server, String limit) {
    Properties properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", limit);
    properties.setProperty(prefix + "timeout", limit);
    properties.setProperty(prefix + "writetimeout", limit);
    properties.setProperty(prefix + "auth", String.valueOf(server.password().isSet()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    boolean startTls = server.encryption() == Encryption.STARTTLS;
    properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
    properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
    // Reading must not mark a letter as seen: only the commit does.
    properties.setProperty(prefix + "peek", "true");
    properties.setProperty("mail.mime.address.strict", "false");
    return properties;
  }
}
