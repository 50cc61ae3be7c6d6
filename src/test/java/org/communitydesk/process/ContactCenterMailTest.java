package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.ContactCenter;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

/** Questions and answers by letter, through a real mail server. */
class ContactCenterMailTest extends PathTest {

  private static final String PROCESS = "contact-center-request";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aQuestionGoesOutByLetterAndTheAnswerBecomesTheDraft() throws Exception {
    Appeal appeal = asked("Карта 4111 1111 1111 1111 не проходит?");
    waitsAt(appeal, PROCESS, "answerCame");
    MimeMessage letter = letter(appeal);
    assertThat(letter.getContent().toString())
        .contains("Карта 4111 11** **** 1111 не проходит?", "Ответ нужен до", "банкомат");

    reply(letter, "Content-Type: text/plain; charset=utf-8", "Проходит.\n\n> ваш вопрос\n> ещё");

    awaitDraft(appeal, "Проходит.");
    passed(appeal, PROCESS, "sendRequest", "checkAnswer", "answerCame", "takeAnswer");
    passed(appeal, "scheme-1-constructive", "offerToKnowledge");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
    await().atMost(Duration.ofSeconds(10)).until(() -> ContactCenter.unseen() == 0);
    appeal.reply("Здравствуйте! Карта проходит.");
    assertThat(appeal.answers()).contains("Здравствуйте! Карта проходит.");
  }

  @Test
  void aPageWithFilesGivesItsWordsAndTheNamesOfTheFiles() throws Exception {
    Appeal appeal = asked("Что с переводом?");
    String body =
        """
        --x
        Content-Type: text/html; charset=utf-8

        <html><head><style>p {color: red}</style></head><body><p>Перевод <b>зачислен</b>.</p>\
        <script>alert(1)</script><p>Карта 4111111111111111.</p><blockquote>старое</blockquote></body></html>
        --x
        Content-Type: application/pdf; name="выписка.pdf"
        Content-Disposition: attachment; filename="check.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQ=
        --x--
        """;
    reply(letter(appeal), "Content-Type: multipart/mixed; boundary=x", body);
    awaitDraft(appeal, "Перевод зачислен.\nКарта 411111******1111.");
    assertThat(notes(appeal)).singleElement().asString().contains("Вложения (1)", "check.pdf");
  }

  @Test
  void aSecondAndALateAnswerAreShownAndChangeNothing() throws Exception {
    Appeal appeal = asked("Когда ответите?");
    MimeMessage letter = letter(appeal);
    String first = reply(letter, "Content-Type: text/plain; charset=utf-8", "Сегодня.");
    awaitDraft(appeal, "Сегодня.");
    write(letter, ContactCenter.PEOPLE, first, "Content-Type: text/plain", "Again.");
    reply(letter, "Content-Type: text/plain; charset=utf-8", "Нет, завтра.");
    await().atMost(Duration.ofSeconds(10)).until(() -> notes(appeal).size() == 2);
    assertThat(notes(appeal).get(1)).contains("Ещё один ответ", "Нет, завтра.");
    assertThat(draft(appeal)).isEqualTo("Сегодня.");
    appeal.decide("CLOSE");
    reply(letter, "Content-Type: text/plain; charset=utf-8", "И ещё раз.");
    await().atMost(Duration.ofSeconds(10)).until(() -> notes(appeal).size() == 3);
  }

  @Test
  void anAnswerToAClosedCaseIsShownAsLate() throws Exception {
    Appeal appeal = asked("Успеете?").passTime("PT5H");
    passed(appeal, PROCESS, "sendReminder");
    assertThat(ContactCenter.letters(appeal.caseId())).hasSize(3);
    appeal.submit("maria", "decideOverdueRequest", Map.of("overdueDecision", "ANSWER_WITHOUT"));
    appeal.decide("CLOSE");
    reply(letter(appeal), "Content-Type: text/plain; charset=utf-8", "Поздно?");
    await().atMost(Duration.ofSeconds(10)).until(() -> notes(appeal).size() == 1);
    assertThat(notes(appeal).get(0)).contains("уже не ждали", "Поздно?");
    assertThat(unsettled("LATE")).anyMatch(one -> one.path("text").asText().equals("Поздно?"));
  }

  @Test
  void whatFindsNoRequestWaitsForAPersonWhoMayGiveItOne() throws Exception {
    Appeal appeal = asked("Кто это?");
    MimeMessage letter = letter(appeal);
    String stranger = "stranger-" + appeal.caseId() + "@elsewhere.example";
    String plain = "Content-Type: text/plain; charset=utf-8";
    write(letter, stranger, newId(), plain, "Я тут ни при чём.");
    raw("Subject: Re: [CC-" + requestId(letter) + "-00000000000000000000]", plain, "Подделка.");
    raw("Subject: Без номера", plain, "Без номера " + appeal.caseId());
    raw("Subject: " + reference(letter) + "\nAuto-Submitted: auto-replied", plain, "Я в отпуске.");
    raw("Subject: " + reference(letter), "Content-Type: multipart/mixed; boundary=x", "--x\n\n");
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> {
              assertThat(unsettled("STRANGER"))
                  .anyMatch(one -> one.path("sender").asText().equals(stranger));
              assertThat(unsettled("FORGED")).isNotEmpty();
              assertThat(unsettled("UNKNOWN"))
                  .anyMatch(one -> one.path("text").asText().endsWith(appeal.caseId()));
              assertThat(unsettled("AUTOMATIC")).isNotEmpty();
              assertThat(unsettled("UNREADABLE")).isNotEmpty();
            });
    assertThat(notes(appeal)).isEmpty();
    waitsAt(appeal, PROCESS, "answerCame");

    JsonNode one =
        unsettled("STRANGER").stream()
            .filter(answer -> answer.path("sender").asText().equals(stranger))
            .findFirst()
            .orElseThrow();
    String path = "/api/contact-center/answers/" + one.path("id").asText();
    String order = "{\"requestId\":" + requestId(letter) + "}";
    assertThat(Desk.as("anna").post(path + "/assign", order).statusCode()).isEqualTo(403);
    assertThat(Desk.as("maria").post(path + "/assign", order).body()).contains("TAKEN");
    awaitDraft(appeal, "Я тут ни при чём.");
    assertThat(Desk.as("maria").post(path + "/dismiss", "{}").statusCode()).isEqualTo(404);
    String forged = unsettled("FORGED").get(0).path("id").asText();
    String dismiss = "/api/contact-center/answers/" + forged + "/dismiss";
    assertThat(Desk.as("maria").post(dismiss, "{}").statusCode()).isEqualTo(204);
  }

  private static Appeal asked(String question) {
    return Appeal.comment("ok", "Почему банкомат не принимает карту?")
        .toReply()
        .submit(
            "anna",
            "prepareReply",
            Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", question));
  }

  private static MimeMessage letter(Appeal appeal) {
    return ContactCenter.letters(appeal.caseId()).get(0);
  }

  private static String reply(MimeMessage letter, String type, String body) throws Exception {
    String id = newId();
    write(letter, ContactCenter.PEOPLE, id, type, body);
    return id;
  }

  /** An answer as a mail program writes it: the subject is changed, the header names our letter. */
  private static void write(MimeMessage letter, String from, String id, String type, String body)
      throws Exception {
    ContactCenter.write(
        "From: %s\nTo: %s\nSubject: Re\nMessage-ID: %s\nIn-Reply-To: %s\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n%s\n\n%s\n"
            .formatted(from, ContactCenter.MAILBOX, id, letter.getMessageID(), type, body));
  }

  private static void raw(String headers, String type, String body) {
    ContactCenter.write(
        "From: %s\nTo: %s\nMIME-Version: 1.0\nMessage-ID: %s\nContent-Transfer-Encoding: 8bit\n%s\n%s\n\n%s\n"
            .formatted(ContactCenter.PEOPLE, ContactCenter.MAILBOX, newId(), headers, type, body));
  }

  private static String newId() {
    return "<" + UUID.randomUUID() + "@center.example>";
  }

  private static String reference(MimeMessage letter) {
    return ContactCenter.subject(letter).replaceAll(".*\\[(.*)]", "$1");
  }

  private static String requestId(MimeMessage letter) {
    return reference(letter).replaceFirst("^[^-]*-([^-]*).*$", "$1");
  }

  private static void awaitDraft(Appeal appeal, String text) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(draft(appeal)).isEqualTo(text));
    Appeal.idle();
  }

  private static String draft(Appeal appeal) {
    return appeal.file().path("draft").path("text").asText();
  }

  private static List<String> notes(Appeal appeal) {
    List<String> texts = new ArrayList<>();
    for (JsonNode note : appeal.file().path("notes")) {
      if (note.path("kind").asText().equals("CONTACT_CENTER_ANSWER")) {
        texts.add(note.path("text").asText());
      }
    }
    return texts;
  }

  private static List<JsonNode> unsettled(String state) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one : JSON.readTree(Desk.as("maria").get("/api/contact-center/answers").body())) {
      if (one.path("state").asText().equals(state)) {
        found.add(one);
      }
    }
    return found;
  }
}
