package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.Test;

class AppealPathsTest extends PathTest {

  private static final String PROCESS = "appeal";

  @Test
  void noReactionClosesTheCase() {
    Appeal appeal = Appeal.comment("vk", "👍").classify("NO_REACTION");
    passed(
        appeal, PROCESS, "gatherContext", "triage", "serviceLevel", "setDeadline", "closeAppeal");
    notPassed(appeal, PROCESS, "callScheme1");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("NO_REACTION");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void theFirstSchemeIsCalledWithTheCasesKey() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос").classify("CONSTRUCTIVE");
    waitsAt(appeal, PROCESS, "callScheme1");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
  }

  @Test
  void aSecondMessageJoinsTheOpenCase() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос");
    String second = appeal.write("Вот он: где карта?");
    assertThat(Appeal.find(second).path("caseId").asText()).isEqualTo(appeal.caseId());
    passed(appeal, PROCESS, "userReplied", "announceReply", "gatherContextAgain", "replyTaken");
    waitsAt(appeal, PROCESS, "classifyAppeal");
  }

  @Test
  void aMessageAfterTheEndOpensANewCase() {
    Appeal appeal = Appeal.comment("vk", "👍").classify("NO_REACTION");
    String second = appeal.write("А теперь вопрос");
    assertThat(Appeal.find(second).path("caseId").asText()).isNotEqualTo(appeal.caseId());
  }

  @Test
  void aWrongSchemeGoesBackToAPerson() {
    Appeal appeal = Appeal.comment("vk", "Хм").toReply().decide("WRONG_SCHEME");
    waitsAt(appeal, PROCESS, "classifyAppeal");
    appeal.classify("NO_REACTION");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("NO_REACTION");
  }
}
