package org.communitydesk.contactcenter;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code desk.contact-center.*}.
 *
 * @param form how questions are handed over
 * @param formOf another form for the appeals of a platform, by its id
 */
@ConfigurationProperties("desk.contact-center")
record ContactCenterProperties(
    @DefaultValue("QUEUE") Form form,
    @DefaultValue Map<String, Form> formOf,
    @DefaultValue Mail mail,
    @DefaultValue Rest rest) {

  Form formFor(Platform platform) {
    return formOf.getOrDefault(platform.id(), form);
  }

  boolean uses(Form wanted) {
    return form == wanted || formOf.containsValue(wanted);
  }

  /**
   * @param from the address that we write from and read answers at
   * @param to where questions go
   * @param senders addresses, or {@code @domain}, whose answers count; empty means {@code to}
   * @param referenceKey signs the reference of each letter
   * @param pollEvery how often the mailbox is asked
   */
  record Mail(
      @DefaultValue("") String from,
      @DefaultValue("") String to,
      @DefaultValue List<String> senders,
      Secret referenceKey,
      @DefaultValue Server smtp,
      @DefaultValue Server imap,
      @DefaultValue("INBOX") String folder,
      @DefaultValue("PT30S") Duration pollEvery) {

    Mail {
      referenceKey = referenceKey == null ? Secret.of("") : referenceKey;
      senders = senders.isEmpty() ? List.of(to) : senders;
    }
  }

  /**
   * A mail server.
   *
   * @param port 0 means the usual one
   * @param encryption TLS from the first byte, STARTTLS, or NONE
   */
  record Server(
      @DefaultValue("") String host,
      @DefaultValue("0") int port,
      @DefaultValue("") String username,
      Secret password,
      @DefaultValue("TLS") Encryption encryption) {

    Server {
      password = password == null ? Secret.of("") : password;
    }
  }

  enum Encryption {
    TLS,
    STARTTLS,
    NONE
  }

  /**
   * @param url where questions are posted
   * @param secrets {@code whsec_…}; all sign what we send, any may sign what we get
   * @param tolerance how far the clocks may differ
   */
  record Rest(
      URI url, @DefaultValue List<Secret> secrets, @DefaultValue("PT5M") Duration tolerance) {}
}
