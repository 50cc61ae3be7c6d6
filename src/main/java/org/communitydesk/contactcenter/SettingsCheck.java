package org.communitydesk.contactcenter;

import java.net.URI;
import java.time.Duration;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.contactcenter.ContactCenterProperties.Mail;
import org.communitydesk.contactcenter.ContactCenterProperties.Rest;
import org.communitydesk.contactcenter.ContactCenterProperties.Server;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.WebhookSignature;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Stops the start when a form is chosen whose settings are not complete; shows no secret. */
@Component
@EnableConfigurationProperties(ContactCenterProperties.class)
class SettingsCheck {

  private static final String PREFIX = "desk.contact-center.";
  private static final String ADDRESS = "[^@\\s<>\",;]+@[^@\\s<>\",;]+";
  private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);
  private static final int SHORTEST_KEY = 16;

  SettingsCheck(ContactCenterProperties settings) {
    for (String platform : settings.formOf().keySet()) {
      demand(
          Platform.of(platform).isPresent(),
          "form-of." + platform + " names no platform",
          "Name one like desk.contact-center.form-of.vk.");
    }
    if (settings.uses(Form.EMAIL)) {
      mail(settings.mail());
    }
    if (settings.uses(Form.REST)) {
      rest(settings.rest());
    }
  }

  private static void mail(Mail mail) {
    address("mail.from", mail.from());
    address("mail.to", mail.to());
    for (String sender : mail.senders()) {
      demand(
          sender.matches(ADDRESS) || sender.matches("@[^@\\s]+"),
          "mail.senders holds \"" + sender + "\"",
          "Set addresses, or domains like @contact-center.example, parted by commas.");
    }
    demand(
        mail.referenceKey().reveal().length() >= SHORTEST_KEY,
        "mail.reference-key is missing or short",
        "Set at least " + SHORTEST_KEY + " random characters, for example openssl rand -hex 32.");
    demand(
        mail.pollEvery().compareTo(SHORTEST_POLL) >= 0,
        "mail.poll-every is " + mail.pollEvery(),
        "Set a duration of one second or more, like PT30S.");
    server("mail.smtp", mail.smtp());
    server("mail.imap", mail.imap());
    demand(
        !mail.imap().username().isBlank(),
        "mail.imap.username is missing",
        "Set the login of the mailbox that answers come to.");
  }

  private static void server(String name, Server server) {
    demand(
        server.host().matches("[\\w.:-]+"),
        name + ".host is \"" + server.host() + "\"",
        "Set the name of the mail server, like mail.example.");
    demand(
        server.port() >= 0 && server.port() <= 65_535,
        name + ".port is " + server.port(),
        "Set a port from 1 to 65535, or nothing for the usual one.");
    demand(
        server.username().isBlank() == !server.password().isSet(),
        name + ".password and its username do not go together",
        "Set both, or neither.");
  }

  private static void rest(Rest rest) {
    demand(
        isWeb(rest.url()),
        "rest.url is " + (rest.url() == null ? "missing" : "no plain http(s) address"),
        "Set an address like https://contact-center.example/questions, without a login.");
    demand(
        !rest.secrets().isEmpty(),
        "rest.secrets is missing",
        "Set one secret like whsec_… (openssl rand -base64 32), or several parted by commas.");
    demand(
        rest.secrets().stream().allMatch(one -> WebhookSignature.isSecret(one.reveal())),
        "rest.secrets holds something that is no secret of Standard Webhooks",
        "Set whsec_ and 24 to 64 random bytes in Base64, several parted by commas.");
    demand(
        !rest.tolerance().isNegative() && !rest.tolerance().isZero(),
        "rest.tolerance is " + rest.tolerance(),
        "Set a duration like PT5M.");
  }

  private static boolean isWeb(URI url) {
    return url != null
        && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getUserInfo() == null;
  }

  private static void address(String name, String value) {
    demand(
        value.matches(ADDRESS),
        name + " is \"" + value + "\"",
        "Set a mail address like desk@brand.example.");
  }

  private static void demand(boolean good, String fault, String fix) {
    if (!good) {
      throw new BadSetting(PREFIX + fault, fix);
    }
  }
}
