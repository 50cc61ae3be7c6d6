package org.communitydesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Evidence;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Report;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class SanctionsControllerTest {

  private final Ladder ladder;
  private final String author = UUID.randomUUID().toString();
  private final String caseId = Appeal.comment("vk", "Есть вопрос").caseId();

  @Autowired
  SanctionsControllerTest(Ladder ladder) {
    this.ladder = ladder;
  }

  @Test
  void sanctionsAreListedNewestFirstAndPaged() {
    Sanction older = sanction("vk", null);
    Sanction newer = sanction("telegram", null);
    assertThat(body("/api/sanctions?authorId=" + author))
        .containsSubsequence(newer.id(), older.id())
        .contains("\"rung\":1", "\"measure\":\"BAN\"", "\"days\":7", "\"state\":\"PROPOSED\"");
    assertThat(body("/api/sanctions?platform=vk&authorId=" + author))
        .contains(older.id())
        .doesNotContain(newer.id());
    assertThat(body("/api/sanctions?authorId=" + author + "&limit=1&after=" + newer.id()))
        .contains(older.id())
        .doesNotContain(newer.id());
    assertThat(body("/api/sanctions?state=REVOKED&authorId=" + author)).isEqualTo("[]");
    for (String wrong : List.of("limit=1001", "limit=0", "platform=nowhere", "state=NEVER")) {
      HttpResponse<String> answer = Desk.as("anna").get("/api/sanctions?" + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void oneSanctionIsShownWithItsEvidenceAndLedger() {
    Sanction sanction = sanction("vk", null);
    assertThat(body("/api/sanctions/" + sanction.id()))
        .contains("\"id\":\"" + sanction.id(), "Купите", "\"what\":\"PROPOSED\"", "RECORDED");
    assertThat(Desk.as("anna").get("/api/sanctions/none").statusCode()).isEqualTo(404);
    assertThat(body("/api/sanctions/ledger/check")).isEqualTo("{\"whole\":true}");
  }

  @Test
  void aSupervisorRevokesWhatOthersDecided() {
    Sanction own = sanction("vk", "maria");
    HttpResponse<String> refused = revoke("maria", own, "{\"why\":\"ошибка\"}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    Sanction others = sanction("ok", null);
    // No process of this measure is there to hear it.
    assertThat(dispute("anna", others).statusCode()).isEqualTo(409);
    ladder.disputed(others.id(), "anna", "не согласен");
    assertThat(revoke("maria", others, "{}").statusCode()).isEqualTo(400);
    assertThat(revoke("maria", others, "{\"why\":\"ошибка\"}").body()).contains("REVOKED");
    assertThat(revoke("maria", others, "{\"why\":\"ошибка\"}").statusCode()).isEqualTo(409);
    assertThat(body("/api/sanctions/" + others.id())).contains("DISPUTED", "не согласен", "ошибка");
  }

  @Test
  void aModeratorWithdrawsAnOffence() {
    Sanction sanction = sanction("vk", null);
    Offence offence = ladder.offences(sanction.offender()).get(0);
    String path = "/api/offences/" + offence.id() + "/withdraw";
    assertThat(Desk.as("boris").post(path, "{\"why\":\"не он\"}").body())
        .contains(sanction.id(), "\"toDecideAgain\":[]");
    assertThat(Desk.as("boris").post("/api/offences/0/withdraw", "{\"why\":\"-\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPersonsCardShowsWhatIsLinkedByPeople() {
    sanction("vk", null);
    String card = "/api/people/vk/" + author;
    String link = card + "/links/telegram/" + author + "-too";
    assertThat(Desk.as("anna").put(link, "").body()).contains("telegram", author + "-too");
    assertThat(body(card)).contains("\"measures\":[{", "\"offences\":[{", author + "-too");
    assertThat(Desk.as("anna").delete(link).body()).isEqualTo("[]");
    assertThat(Desk.as("anna").get("/api/people/vk/nobody-at-all").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyThoseWhoseWorkItIsChangeSanctions() {
    Sanction sanction = sanction("vk", null);
    for (String person : List.of("olga", "ivan", "pavel", "elena", "admin")) {
      assertThat(dispute(person, sanction).statusCode()).as(person).isEqualTo(403);
    }
    for (String person : List.of("anna", "olga", "ivan", "pavel", "elena", "admin")) {
      if (!person.equals("admin")) {
        assertThat(revoke(person, sanction, "{\"why\":\"-\"}").statusCode())
            .as(person)
            .isEqualTo(403);
      }
      assertThat(Desk.as(person).get("/api/sanctions").statusCode())
          .as(person)
          .isEqualTo(person.equals("ivan") ? 403 : 200);
    }
    assertThat(Desk.asNobody().get("/api/sanctions").statusCode()).isEqualTo(401);
  }

  private Sanction sanction(String platform, String decidedBy) {
    String key = UUID.randomUUID().toString();
    Offence offence =
        ladder.record(
            new Report(
                caseId,
                key,
                new Offender(new Account(Platform.of(platform).orElseThrow(), "main"), author),
                "Пётр",
                key,
                Instant.parse("2026-11-22T12:00:00Z"),
                Violation.ADVERTISING,
                new Evidence("Купите", List.of(), "spam", List.of()),
                "anna"));
    return ladder.propose(offence.id(), new Decision(Measure.BAN, 7, "1", decidedBy));
  }

  private static HttpResponse<String> dispute(String person, Sanction sanction) {
    return Desk.as(person)
        .post("/api/sanctions/" + sanction.id() + "/dispute", "{\"text\":\"не согласен\"}");
  }

  private static HttpResponse<String> revoke(String person, Sanction sanction, String json) {
    return Desk.as(person).post("/api/sanctions/" + sanction.id() + "/revoke", json);
  }

  private static String body(String path) {
    HttpResponse<String> answer = Desk.as("anna").get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
