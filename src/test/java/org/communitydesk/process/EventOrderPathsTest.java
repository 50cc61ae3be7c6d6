package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes in another order than it happened. */
class EventOrderPathsTest extends PathTest {

  private static final Account VK = new Account(Platform.VK, "main");
  private static final AtomicLong NEXT = new AtomicLong(9_000_000);

  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient client;

  @Test
  void anEditBeforeItsMessageIsShownWithBothWordings() {
    String id = "-1000001_" + NEXT.incrementAndGet();
    hook(edited(id, "Списали дважды, верните 3000"));
    hook(said(id, "Спасибо"));
    Appeal.idle();

    JsonNode message = conversation(id).get(0);
    assertThat(message.path("text").asText()).isEqualTo("Списали дважды, верните 3000");
    assertThat(message.path("state").asText()).isEqualTo("EDITED");
    assertThat(message.path("earlier").get(0).path("text").asText()).isEqualTo("Спасибо");
  }

  @Test
  void aRemovalBeforeItsMessageAsksWhetherTheAppealIsWithdrawn() {
    String id = "-1000001_" + NEXT.incrementAndGet();
    intake.hear(new InboundEvent.MessageRemoved(VK, id, id.substring(9), Instant.now()));
    intake.hear(new InboundEvent.MessageReceived(message(id, "Где моя карта?")));
    Appeal.idle();

    String caseId = Appeal.find(id).path("caseId").asText();
    assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseId).list())
        .extracting(task -> task.getTaskDefinitionKey())
        .contains("decideWithdrawnAppeal");
  }

  @Test
  void whatWeDeleteIsOurDoingAndNobodysWithdrawal() {
    Appeal appeal = Appeal.comment("vk", Scheme2PathsTest.SPAM).confirm("ADVERTISING");

    JsonNode file = appeal.file();
    List<String> steps = file.path("timeline").findValuesAsText("what");
    assertThat(steps).contains("REMOVED_BY_DESK").doesNotContain("REMOVED", "REMOVED_OUTSIDE");
    for (JsonNode step : file.path("timeline")) {
      if (step.path("what").asText().equals("REMOVED_BY_DESK")) {
        assertThat(step.path("who").asText()).isEqualTo("anna");
        assertThat(step.path("detail").asText()).isEqualTo("реклама");
      }
    }
    assertThat(file.path("conversation").get(0).path("removedBy").asText()).isEqualTo("DESK");
    notPassed(appeal, "appeal", "messageRemoved");
  }

  /** The platform's echo is worked while the transaction of our own act is still open. */
  @Test
  void theEchoOfOurDeletionIsOursThoughTheActIsNotCommittedYet() {
    Appeal appeal = Appeal.comment("vk", Scheme2PathsTest.SPAM).confirm("ADVERTISING");
    String id = appeal.file().path("conversation").get(0).path("externalId").asText();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              jdbc("update message set state = 'VISIBLE', removed_by = null", id);
              jdbc("update publication set state = 'SENDING', settled_at = null", id);
            });

    intake.hear(new InboundEvent.MessageRemoved(VK, id, "1", Instant.now()));
    Appeal.idle();

    assertThat(appeal.file().path("timeline").findValuesAsText("what"))
        .doesNotContain("REMOVED", "REMOVED_OUTSIDE");
    assertThat(appeal.tasks()).doesNotContain("decideWithdrawnAppeal");
    assertThat(appeal.file().path("conversation").get(0).path("removedBy").asText())
        .isEqualTo("DESK");
  }

  private void jdbc(String update, String externalId) {
    String where =
        update.contains("publication")
            ? " where reply_to = ? and kind = 'DELETE'"
            : " where external_id = ?";
    client.sql(update + where).param(externalId).update();
  }

  private static List<JsonNode> conversation(String id) {
    List<JsonNode> all = new ArrayList<>();
    String caseId = Appeal.find(id).path("caseId").asText();
    json(Desk.as("anna").get("/api/appeals/" + caseId).body())
        .path("conversation")
        .forEach(all::add);
    return all;
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String said(String id, String text) {
    return comment("wall_reply_new", id, text);
  }

  private static String edited(String id, String text) {
    return comment("wall_reply_edit", id, text);
  }

  private static String comment(String type, String id, String text) {
    String number = id.substring(9);
    return """
    {"type":"%s","event_id":"%s-%s","v":"5.199","group_id":1000001,"secret":"sandbox-secret",
     "object":{"id":%s,"from_id":%s,"date":1796076000,"text":"%s","post_id":1,
               "owner_id":-1000001,"post_owner_id":-1000001}}
    """
        .formatted(type, type.replace('_', '-'), number, number, number, text);
  }

  private static void hook(String body) {
    assertThat(Desk.asNobody().post("/hooks/vk/main", body).statusCode()).isEqualTo(200);
    Appeal.idle();
  }

  private static Message message(String id, String text) {
    return new Message(
        VK,
        Kind.COMMENT,
        id,
        new Author(id.substring(9), "Пётр"),
        "-1000001_1",
        null,
        Instant.now(),
        text,
        List.of());
  }
}
