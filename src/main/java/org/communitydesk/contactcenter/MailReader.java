package org.communitydesk.contactcenter;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.contactcenter.ContactCenterProperties.Mail;
import org.communitydesk.contactcenter.Incoming.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads a letter: whose it is, which request it answers, its own words, the names of its files. */
final class MailReader {

  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;
  private static final int LONGEST_PART = 1024 * 1024;

  private final Reference reference;
  private final List<String> senders;

  MailReader(Mail settings) {
    this.reference = new Reference(settings.referenceKey());
    this.senders =
        settings.senders().stream().map(sender -> sender.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * @param id what tells this letter from all others when it has no Message-ID
   */
  Incoming read(MimeMessage mail, String id) throws MessagingException, IOException {
    Found found = new Found();
    collect(mail, found, 0);
    String marks =
        Stream.of("In-Reply-To", "References")
            .map(header -> header(mail, header))
            .collect(Collectors.joining(" "));
    String all = marks + " " + subject(mail) + " " + found.text();
    OptionalLong requestId = reference.find(all);
    String sender = sender(mail);
    String messageId = header(mail, "Message-ID");
    Incoming letter =
        new Incoming(
            Source.EMAIL,
            messageId.isEmpty() ? id : messageId,
            requestId.isPresent() ? requestId.getAsLong() : null,
            sender,
            ownWords(found.text()),
            found.attachments,
            null);
    return judged(mail, letter, all);
  }

  private Incoming judged(MimeMessage mail, Incoming letter, String all) {
    if (isAutomatic(mail)) {
      return letter.failing(
          Answers.State.AUTOMATIC, "Письмо отправил автоответчик: " + subject(mail));
    }
    if (!isKnown(letter.sender())) {
      return letter.failing(
          Answers.State.STRANGER,
          "Отправитель не входит в список контактного центра. Тема: " + subject(mail));
    }
    if (letter.requestId() == null) {
      return reference.isClaimed(all)
          ? letter.failing(Answers.State.FORGED, "Номер запроса в письме подделан или испорчен.")
          : letter.failing(
              Answers.State.UNKNOWN, "В письме нет номера запроса. Тема: " + subject(mail));
    }
    return letter.text().isEmpty()
        ? letter.failing(Answers.State.UNREADABLE, "В письме нет текста ответа.")
        : letter;
  }

  private boolean isKnown(String sender) {
    String address = sender.toLowerCase(Locale.ROOT);
    return senders.stream()
        .anyMatch(known -> known.startsWith("@") ? address.endsWith(known) : address.equals(known));
  }

  // https://www.rfc-editor.org/rfc/rfc3834#section-5, and the bounces of section 6 of RFC 5321
  private static boolean isAutomatic(MimeMessage mail) {
    String submitted = header(mail, "Auto-Submitted");
    return (!submitted.isEmpty() && !submitted.equalsIgnoreCase("no"))
        || "<>".equals(header(mail, "Return-Path"))
        || header(mail, "Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report");
  }

  /** What stands above our line, without the quoted lines at its end. */
  private static String ownWords(String text) {
    int line = text.indexOf(MailCourier.LINE);
    List<String> lines =
        new ArrayList<>((line < 0 ? text : text.substring(0, line)).lines().toList());
    while (!lines.isEmpty()
        && (lines.get(lines.size() - 1).isBlank() || lines.get(lines.size() - 1).startsWith(">"))) {
      lines.remove(lines.size() - 1);
    }
    return String.join("\n", lines);
  }

  private void collect(Part part, Found found, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++found.parts > MOST_PARTS) {
      throw new MessagingException("The letter has too many parts");
    }
    if (isFile(part)) {
      found.attachments.add(fileName(part));
    } else if (part.isMimeType("text/plain")) {
      found.plain.append(text(part)).append('\n');
    } else if (part.isMimeType("text/html")) {
      found.html.append(words(text(part))).append('\n');
    } else if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), found, depth + 1);
      }
    } else {
      found.attachments.add(fileName(part));
    }
  }

  private static boolean isFile(Part part) throws MessagingException {
    return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
  }

  private static String fileName(Part part) throws MessagingException {
    String name = part.getFileName();
    if (name == null) {
      return "без имени (" + part.getContentType().replaceAll("[;\\s].*", "") + ")";
    }
    try {
      return MimeUtility.decodeText(name);
    } catch (UnsupportedEncodingException odd) {
      return name;
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    try {
      Object content = part.getContent();
      if (content instanceof String text) {
        return text.length() <= LONGEST_PART ? text : text.substring(0, LONGEST_PART);
      }
    } catch (UnsupportedEncodingException odd) {
      // an unknown charset: the letters that UTF-8 shares are better than none
    }
    try (InputStream bytes = part.getInputStream()) {
      return new String(bytes.readNBytes(LONGEST_PART), StandardCharsets.UTF_8);
    }
  }

  /** The visible words of a page, one line for each block. */
  private static String words(String html) {
    Document page = Jsoup.parse(html);
    page.select("script, style, head, template, [hidden]").remove();
    page.select("blockquote").before("\n").remove();
    page.select("br").after("\n");
    page.select("p, div, li, tr, h1, h2, h3").after("\n");
    return page.body()
        .wholeText()
        .lines()
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  private static String sender(MimeMessage mail) {
    try {
      Address[] from = mail.getFrom();
      return from == null || from.length != 1
          ? ""
          : from[0] instanceof InternetAddress address
              ? String.valueOf(address.getAddress())
              : from[0].toString();
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  static String subject(Message mail) {
    try {
      return mail.getSubject() == null ? "" : mail.getSubject();
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  private static String header(MimeMessage mail, String name) {
    try {
      String value = mail.getHeader(name, " ");
      return value == null ? "" : value.strip();
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  private static final class Found {
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<String> attachments = new ArrayList<>();
    private int parts;

    String text() {
      return plain.toString().isBlank() ? html.toString() : plain.toString();
    }
  }
}
