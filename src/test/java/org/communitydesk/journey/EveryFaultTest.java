package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every platform misbehaves in every way that the sandbox knows: no reply is lost, none goes out
 * twice, and where the desk cannot know or do it by itself a moderator is told.
 */
@DeskTest
class EveryFaultTest {

  private static final String TEXT = "Здравствуйте! Проверили: всё работает.";
  private static final Set<Platform> WITHOUT_COMMENTS = Set.of(Platform.VIBER, Platform.WHATSAPP);
  private static final int MOST_ROUNDS = 10;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rateLimit",
        "serverError",
        "acceptThenTimeout",
        "acceptThenReset",
        "tokenExpired",
        "deletedParent",
        "blockedByUser",
        "slow"
      })
  void losesNoReplyAndSaysNoneTwice(String fault) {
    Map<Platform, Appeal> appeals = new ConcurrentSkipListMap<>();
    CompletableFuture.allOf(
            Stream.of(Platform.values())
                .map(
                    platform ->
                        CompletableFuture.runAsync(
                            () ->
                                appeals.put(
                                    platform, begin(platform, fault).toReply().fault(fault))))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    appeals.values().forEach(appeal -> appeal.submitReply(TEXT));
    Appeal.idle();
    if (fault.equals("tokenExpired")) {
      appeals.values().forEach(Appeal::renewToken);
    }

    List<Appeal> open = new ArrayList<>(appeals.values());
    for (int round = 0; round < MOST_ROUNDS && !open.isEmpty(); round++) {
      open.removeIf(EveryFaultTest::isSettled);
      if (!open.isEmpty()) {
        open.get(0).passTime("PT6M");
      }
    }

    assertThat(open).as("replies whose end nobody knows").isEmpty();
    appeals.forEach(
        (platform, appeal) ->
            assertThat(appeal.answers())
                .as("%s after %s", platform, fault)
                .hasSize(state(appeal).equals("SENT") ? 1 : 0));
  }

  private static Appeal begin(Platform platform, String fault) {
    boolean privately = WITHOUT_COMMENTS.contains(platform) || fault.equals("blockedByUser");
    return privately
        ? Appeal.privately(platform.id(), "Не проходит платёж")
        : Appeal.comment(platform.id(), "@mir не проходит платёж");
  }

  /** Whether it is out, or a moderator publishes it; who is asked to look does look. */
  private static boolean isSettled(Appeal appeal) {
    List<String> tasks = appeal.tasks();
    if (tasks.contains("checkUnknownOutcome")) {
      String seen = appeal.answers().isEmpty() ? "NOT_SENT" : "SENT";
      appeal.submit("anna", "checkUnknownOutcome", Map.of("sentOutcome", seen));
    }
    return state(appeal).equals("SENT") || tasks.contains("publishByHand");
  }

  private static String state(Appeal appeal) {
    JsonNode publications = appeal.file().path("publications");
    assertThat(publications).hasSize(1);
    return publications.get(0).path("state").asText();
  }
}
