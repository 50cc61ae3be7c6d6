package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerateMessagePathsTest extends PathTest {

  private static final String PROCESS = "moderate-message";

  @Test
  void whatThePlatformNeverAnswersIsDoneByHand() {
    Appeal appeal = refused();
    waitsAt(appeal, PROCESS, "removeByHand");
    appeal.submit("anna", "removeByHand", Map.of("handOutcome", "DONE"));
    passed(appeal, PROCESS, "removeByHand", "moderatedByHand");
    passed(appeal, "platform-act", "actRefused");
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(1);
  }

  @Test
  void whatNobodyCanRemoveStaysAndIsPunishedStill() {
    Appeal appeal = refused();
    appeal.submit("anna", "removeByHand", Map.of("handOutcome", "IMPOSSIBLE"));
    passed(appeal, PROCESS, "moderationImpossible");
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rateLimit", "serverError", "acceptThenReset"})
  void aBusyPlatformIsAskedAgain(String fault) {
    Appeal appeal = Appeal.comment("vk", Scheme2PathsTest.SPAM).fault(fault);
    appeal.confirm("ADVERTISING").passTime("PT10M");
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isTrue();
    passed(appeal, "platform-act", "waitForPlatform", "actDone");
  }

  @Test
  void whatWasDeletedLongAgoIsForAPersonToBringBack() {
    Appeal appeal = Scheme2PathsTest.fourth("vk").passTime("P2D");
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "WITHDRAW"));
    waitsAt(appeal, PROCESS, "removeByHand");
    assertThat(
            engine
                .getTaskService()
                .getVariableLocal(appeal.task("anna", "removeByHand"), Variables.PROBLEM.name()))
        .asString()
        .contains("Время на отмену удаления вышло");
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isTrue();
    appeal.submit("anna", "removeByHand", Map.of("handOutcome", "IMPOSSIBLE"));
    passed(appeal, PROCESS, "isReturnAsked", "checkUndo", "isUndoable", "moderationImpossible");
  }

  private static Appeal refused() {
    return Appeal.comment("vk", Scheme2PathsTest.SPAM)
        .fault("acceptThenReset", 3)
        .confirm("ADVERTISING")
        .passTime("PT1M")
        .passTime("PT1M");
  }
}
