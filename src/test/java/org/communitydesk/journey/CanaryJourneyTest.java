package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.EveryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A card number and its code, wherever they are written, are kept nowhere and shown nowhere. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryJourneyTest {

  private static final List<String> SECRETS =
      List.of("4929738205619476", "4929 7382 0561 9476", "4929-7382-0561-9476", "cvv 739");
  private static final String WORDS =
      "@mir Карта 4929738205619476 или 4929 7382 0561 9476, cvv 739, не работает";

  private static final List<String> DISGUISED =
      List.of(
          "4929/7382/0561/9476",
          "4929_7382_0561_9476",
          "4929&nbsp;7382&nbsp;0561&nbsp;9476",
          "4929 карта 7382 номер 0561 9476",
          "https://pay.invalid/?pan=4929%207382%200561%209476");

  @Autowired JdbcClient jdbc;

  @Test
  void whatPeopleWriteOnEveryPlatform(CapturedOutput log) {
    List<Appeal> appeals = new ArrayList<>();
    for (Platform platform : Platform.values()) {
      Capabilities can = Capabilities.of(platform);
      if (can.can(Capability.HEAR_COMMENTS)) {
        appeals.add(Appeal.comment(platform.id(), WORDS));
      }
      if (can.can(Capability.HEAR_PRIVATE)) {
        appeals.add(Appeal.privately(platform.id(), WORDS));
      }
    }
    Appeal edited = Appeal.comment("vk", "Ещё нет");
    appeals.add(edited.edit(edited.firstMessage(), WORDS));

    for (Appeal appeal : appeals) {
      assertThat(appeal.file().toString())
          .contains("492973******9476", "\"found\":[\"CARD\",\"CVV\"]")
          .doesNotContain(SECRETS);
    }
    assertNowhere(log);
    assertThat(Desk.as("anna").get("/api/inbox?limit=1000").body()).doesNotContain(SECRETS);
  }

  @Test
  void howeverItIsWrittenAndInWhateverAddress(CapturedOutput log) {
    String address = "https://files.invalid/4929738205619476/x.jpg?pan=4929%207382%200561%209476";
    String body =
        """
        {"type":"message_new","event_id":"canary-1","v":"5.199","group_id":1000001,
         "secret":"sandbox-secret","object":{"message":{"id":4929001,"date":1796076000,
          "from_id":4929002,"peer_id":4929002,"out":0,"conversation_message_id":4929001,
          "text":"%s","attachments":[
           {"type":"link","link":{"url":"%s","title":"%s","description":"%s"}},
           {"type":"doc","doc":{"id":1,"owner_id":2,"title":"%s.txt","ext":"txt","url":"%s"}},
           {"type":"photo","photo":{"id":1,"owner_id":2,"sizes":[{"type":"x","width":9,"height":9,
            "url":"%s"}]}}]}}}
        """
            .formatted(
                String.join("\\n", DISGUISED).replace("\n", "\\n"),
                address.replace("/", "\\/"),
                DISGUISED.get(0),
                DISGUISED.get(1),
                DISGUISED.get(2),
                address,
                address);
    assertThat(Desk.asNobody().post("/hooks/vk/main", body).statusCode()).isEqualTo(200);
    Appeal.idle();

    String caseId = Appeal.find("4929002_4929001").path("caseId").asText();
    String kept = Desk.as("anna").get("/api/appeals/" + caseId).body();
    assertThat(kept).contains("4929/73**/****/9476", "4929 карта 73** номер **** 9476");
    assertThat(kept).doesNotContain(DISGUISED);
    assertNowhere(log);
    for (String secret :
        List.of("7382/0561", "7382_0561", "7382&nbsp;0561", "7382%200561", "7382 номер")) {
      assertThat(new EveryTable(jdbc).holding(secret)).as(secret).isEmpty();
      assertThat(log.getAll()).doesNotContain(secret);
    }
  }

  @Test
  void whatTheStaffWrites(CapturedOutput log) {
    Appeal appeal = Appeal.comment("vk", "Когда начислят кешбэк?").toReply();
    Desk.as("anna")
        .put(
            "/api/appeals/" + appeal.caseId() + "/draft",
            "{\"text\":\"" + WORDS + "\",\"version\":0}");
    assertThat(appeal.file().path("draft").path("text").asText()).contains("492973******9476");
    String task = appeal.task("anna", "prepareReply");
    Desk.as("anna")
        .post("/engine-rest/task/" + task + "/comment/create", "{\"message\":\"" + WORDS + "\"}");
    Desk.as("anna")
        .putFile(
            "/api/appeals/" + appeal.caseId() + "/enclosure",
            "file",
            "4929738205619476.txt",
            new byte[] {65});
    appeal.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", WORDS));
    appeal.submit("olga", "answerRequest", Map.of("contactCenterAnswer", WORDS));
    appeal.reply(WORDS);

    assertNowhere(log);
    assertThat(String.join("\n", appeal.answers())).doesNotContain(SECRETS);
    assertThat(Desk.as("anna").get("/api/publications?caseId=" + appeal.caseId()).body())
        .doesNotContain(SECRETS);
  }

  @Test
  void theMaskTellsWhatItFound() {
    assertThat(
            Desk.as("anna")
                .post(
                    "/api/privacy/mask",
                    "{\"texts\":[\"карта 4929 7382 0561 9476, 8 916 123-45-67\",\"просто текст\"]}")
                .body())
        .isEqualTo(
            "[{\"text\":\"карта 4929 73** **** 9476, * *** ***-**-**\","
                + "\"found\":[{\"kind\":\"CARD\"},{\"kind\":\"PHONE\"}]},"
                + "{\"text\":\"просто текст\",\"found\":[]}]");
    assertThat(Desk.as("anna").post("/api/privacy/mask", "{}").statusCode()).isEqualTo(400);
    assertThat(Desk.as("ivan").post("/api/privacy/mask", "{\"texts\":[]}").statusCode())
        .isEqualTo(403);
  }

  private void assertNowhere(CapturedOutput log) {
    for (String secret : SECRETS) {
      assertThat(new EveryTable(jdbc).holding(secret)).as(secret).isEmpty();
      assertThat(log.getAll()).doesNotContain(secret);
    }
  }
}
