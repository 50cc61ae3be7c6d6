package org.communitydesk.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.communitydesk.http.Secret;
import org.communitydesk.http.WebhookSignature;

/**
 * A contact center outside the house: a real mail server, and a program that takes signed calls.
 * The desk of a {@link DeskTest} asks it about appeals of OK by letter and of Telegram by call.
 */
public final class ContactCenter {

  public static final String MAILBOX = "desk@brand.example";
  public static final String PEOPLE = "people@center.example";
  public static final String PASSWORD = "mailbox-password";
  public static final String OLD_SECRET = "whsec_b2xkLXNlY3JldC1vbGQtc2VjcmV0LW9sZC1zZWNyZXQ=";
  public static final String SECRET = "whsec_c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2FuZGJveC0=";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GreenMail MAIL =
      new GreenMail(
          new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
  private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
  private static HttpServer program;
  private static volatile int status = 204;

  private ContactCenter() {}

  /** A call of the desk. */
  public record Call(Map<String, String> webhook, String body, JsonNode json) {}

  /** The settings of a desk that knows this contact center; starts it. */
  static synchronized List<String> settings() {
    if (program == null) {
      start();
    }
    String prefix = "desk.contact-center.";
    return List.of(
        prefix + "form-of.ok=EMAIL",
        prefix + "form-of.telegram=REST",
        prefix + "form-of.viber=REST",
        prefix + "mail.from=" + MAILBOX,
        prefix + "mail.to=" + PEOPLE,
        prefix + "mail.reference-key=a-key-that-signs-references",
        prefix + "mail.poll-every=PT1S",
        prefix + "mail.smtp.host=127.0.0.1",
        prefix + "mail.smtp.port=" + MAIL.getSmtp().getPort(),
        prefix + "mail.smtp.encryption=NONE",
        prefix + "mail.imap.host=127.0.0.1",
        prefix + "mail.imap.port=" + MAIL.getImap().getPort(),
        prefix + "mail.imap.username=" + MAILBOX,
        prefix + "mail.imap.password=" + PASSWORD,
        prefix + "mail.imap.encryption=NONE",
        prefix + "rest.url=http://127.0.0.1:" + program.getAddress().getPort() + "/questions",
        prefix + "rest.secrets=" + SECRET + "," + OLD_SECRET);
  }

  private static void start() {
    MAIL.start();
    MAIL.setUser(MAILBOX, MAILBOX, PASSWORD);
    MAIL.setUser(PEOPLE, PEOPLE, PASSWORD);
    try {
      program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    program.createContext("/questions", ContactCenter::take);
    program.start();
  }

  private static void take(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    CALLS.add(
        new Call(
            Map.of(
                "id", call.getRequestHeaders().getFirst("webhook-id"),
                "timestamp", call.getRequestHeaders().getFirst("webhook-timestamp"),
                "signature", call.getRequestHeaders().getFirst("webhook-signature")),
            body,
            JSON.readTree(body)));
    call.sendResponseHeaders(status, -1);
    call.close();
  }

  /** What the program answers from now on. */
  public static void answerWith(int httpStatus) {
    status = httpStatus;
  }

  /** The calls about a case, oldest first. */
  public static List<Call> calls(String caseId) {
    return CALLS.stream()
        .filter(call -> call.json().path("data").path("caseId").asText().equals(caseId))
        .toList();
  }

  /** The letters of the desk about a case, oldest first. */
  public static List<MimeMessage> letters(String caseId) {
    return Arrays.stream(MAIL.getReceivedMessagesForDomain(PEOPLE))
        .filter(letter -> subject(letter).contains("№ " + caseId + " "))
        .toList();
  }

  public static String subject(MimeMessage letter) {
    try {
      return letter.getSubject();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Somebody writes to the desk's mailbox: headers and body as given, lines as in a mail. */
  public static void write(String raw) {
    try {
      Session session = MAIL.getSmtp().createSession();
      MimeMessage mail =
          new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
      try (Transport smtp = session.getTransport()) {
        smtp.connect();
        smtp.sendMessage(mail, new Address[] {new InternetAddress(MAILBOX)});
      }
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** How many letters of the desk's mailbox are not marked as seen. */
  public static long unseen() {
    try {
      return MAIL.getManagers().getImapHostManager().getInbox(user()).getMessages().stream()
          .filter(letter -> !letter.getFlags().contains(Flags.Flag.SEEN))
          .count();
    } catch (FolderException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static GreenMailUser user() {
    return MAIL.getUserManager().getUser(MAILBOX);
  }

  /** The program calls the desk, signed now with that secret. */
  public static HttpResponse<String> call(String secret, String id, String body) {
    return call(secret, id, now(), body);
  }

  public static HttpResponse<String> call(String secret, String id, Instant at, String body) {
    String signature =
        new WebhookSignature(List.of(Secret.of(secret)), Duration.ofMinutes(5))
            .sign(id, at, body.getBytes(StandardCharsets.UTF_8));
    return Desk.asNobody()
        .post(
            "/hooks/contact-center",
            body,
            Map.of(
                "webhook-id", id,
                "webhook-timestamp", String.valueOf(at.getEpochSecond()),
                "webhook-signature", signature));
  }

  /** An answer as the program writes it. */
  public static String answer(String requestId, String text) {
    return JSON.createObjectNode()
        .put("type", "contact_center.answer")
        .set(
            "data",
            JSON.createObjectNode()
                .put("requestId", requestId)
                .put("author", "Оператор 7")
                .put("text", text))
        .toString();
  }

  /** The desk's time. */
  public static Instant now() {
    try {
      return Instant.parse(
          JSON.readTree(Desk.asNobody().get("/sandbox/api/clock").body()).path("now").asText());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
