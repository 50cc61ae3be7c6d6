package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.Test;

class CardDataPathsTest extends PathTest {

  private static final String PROCESS = "card-data";
  private static final String CARD = "Карта 4111 1111 1111 1111 не работает";

  @Test
  void aCommentWithACardIsHiddenAndExplainedAndNobodyIsPunished() {
    Appeal appeal = Appeal.comment("vk", CARD);
    waitsAt(appeal, PROCESS, "hideCardData");
    assertThat(appeal.file().path("conversation").get(0).path("found").toString())
        .isEqualTo("[\"CARD\"]");
    appeal.submit("anna", "hideCardData", Map.of("cardDecision", "HIDE"));
    passed(appeal, PROCESS, "hideMessage", "writeCardReply", "cardDataHidden");
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isTrue();
    assertThat(appeal.file().path("draft").path("text").asText()).contains("данные карты");
    assertThat(appeal.sanctions()).isEmpty();
    assertThat(appeal.toReply().tasks()).containsExactly("prepareReply");
  }

  @Test
  void aModeratorMayLeaveItAndALaterOneIsAskedAgain() {
    Appeal appeal = Appeal.comment("vk", "Когда начислят кешбэк?");
    assertThat(appeal.tasks()).doesNotContain("hideCardData");
    String second = appeal.write(CARD);
    appeal.submit("anna", "hideCardData", Map.of("cardDecision", "LEAVE"));
    passed(appeal, PROCESS, "cardDataLeft");
    assertThat(appeal.onPlatform(second).path("deleted").asBoolean()).isFalse();
  }

  @Test
  void inPrivateNobodyIsAsked() {
    Appeal appeal = Appeal.privately("vk", CARD);
    passed(appeal, PROCESS, "noCardShown");
    assertThat(appeal.tasks()).containsExactly("classifyAppeal");
  }
}
