package org.communitydesk.contactcenter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.contactcenter.ContactCenterProperties.Encryption;
import org.communitydesk.contactcenter.ContactCenterProperties.Mail;
import org.communitydesk.contactcenter.ContactCenterProperties.Server;
import org.communitydesk.contactcenter.Letter.Line;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

@Component
class MailCourier implements Courier {

  /** What stands above this line is the answer. */
  static final String LINE = "— Ответ пишите выше этой строки —";

  private static final String LIMIT = "20000";

  private final Mail settings;
  private final java.time.Clock clock;

  MailCourier(SettingsCheck checked, ContactCenterProperties settings, java.time.Clock clock) {
    this.settings = settings.mail();
    this.clock = clock;
  }

  @Override
  public Form form() {
    return Form.EMAIL;
  }

  @Override
  public void send(Letter letter) {
    JavaMailSenderImpl sender = sender(settings.smtp());
    String reference = new Reference(settings.referenceKey()).of(letter.request().id());
    try {
      MimeMessage mail = new Marked(sender, messageId(reference, letter));
      mail.setFrom(new InternetAddress(settings.from()));
      mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(settings.to()));
      mail.setSubject(subject(letter) + " [" + reference + "]", StandardCharsets.UTF_8.name());
      mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
      mail.setSentDate(Date.from(clock.instant()));
      mail.setText(text(letter, reference), StandardCharsets.UTF_8.name());
      sender.send(mail);
    } catch (MessagingException unwritable) {
      throw new IllegalStateException("The letter cannot be written", unwritable);
    }
  }

  private String messageId(String reference, Letter letter) {
    String domain = settings.from().substring(settings.from().indexOf('@') + 1);
    String step = letter.id().replaceAll("[^0-9A-Za-z-]", "");
    return "<" + reference + "." + step + "@" + domain + ">";
  }

  private static String subject(Letter letter) {
    String about = "Вопрос по обращению № " + letter.file().caseId();
    return switch (letter.subject()) {
      case QUESTION -> about;
      case REMINDER -> "Напоминание. " + about;
      case WITHDRAWAL -> "Отвечать не нужно. " + about;
    };
  }

  private static String text(Letter letter, String reference) {
    StringBuilder text = new StringBuilder();
    if (letter.subject() == Letter.Subject.WITHDRAWAL) {
      text.append("Вопрос снят: ответ на него больше не нужен.\n\n");
    }
    text.append(LINE).append("\n\nВопрос модератора:\n").append(letter.request().question());
    Instant dueAt = letter.request().dueAt();
    if (dueAt != null && letter.subject() != Letter.Subject.WITHDRAWAL) {
      text.append("\n\nОтвет нужен до: ").append(MoscowTime.moment(dueAt)).append(" (по Москве).");
    }
    text.append("\n\nПереписка (")
        .append(letter.file().account().platform().title())
        .append("):\n");
    for (Line line : letter.conversation()) {
      text.append(MoscowTime.moment(line.at()))
          .append(line.byBrand() ? ", бренд: " : ", пользователь: ")
          .append(line.text())
          .append('\n');
    }
    return text.append("\nНомер запроса: ")
        .append(reference)
        .append(". Не убирайте его из темы: по нему ответ находит обращение.\n")
        .toString();
  }

  private static JavaMailSenderImpl sender(Server server) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(server.host());
    sender.setPort(server.port() == 0 ? -1 : server.port());
    if (server.password().isSet()) {
      sender.setUsername(server.username());
      sender.setPassword(server.password().reveal());
    }
    String protocol = server.encryption() == Encryption.TLS ? "smtps" : "smtp";
    sender.setProtocol(protocol);
    sender.setJavaMailProperties(MailSessions.properties(protocol, server, LIMIT));
    return sender;
  }

  /** Keeps its Message-ID, so that a second attempt is the same letter. */
  private static final class Marked extends MimeMessage {

    private final String id;

    Marked(JavaMailSenderImpl sender, String id) {
      super(sender.getSession());
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
