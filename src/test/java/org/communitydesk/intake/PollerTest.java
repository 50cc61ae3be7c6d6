package org.communitydesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.intake.IntakeRoom.RoomTest;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class PollerTest {

  private static final Account ACCOUNT = new Account(Platform.TELEGRAM, "main");

  private final Poller poller;
  private final Loops loops;
  private final OpenGate gate;
  private final Backlog backlog;
  private final JdbcClient jdbc;
  private final PolledChannel channel = new PolledChannel(ACCOUNT);

  PollerTest(Poller poller, Loops loops, OpenGate gate, Backlog backlog, JdbcClient jdbc) {
    this.poller = poller;
    this.loops = loops;
    this.gate = gate;
    this.backlog = backlog;
    this.jdbc = jdbc;
  }

  @Test
  void pollsOnAfterAnErrorAndLeavesTheSeatToOthersMeanwhile() {
    backlog.clear();
    channel.does(
        () -> {
          throw new OutOfMemoryError("planted");
        });
    channel.brings("c1", "1");

    Loop loop = loops.start("poll-planted", "опрос", poller.round(channel));
    try {
      await().until(loop::isDown);
      assertThat(loops.down()).contains("опрос");
      assertThat(gate.faltered()).contains(ACCOUNT);
      assertThat(seat("holder")).isNull();

      loop.wake();

      await().until(() -> "c1".equals(seat("cursor")));
      await().until(() -> !loop.isDown());
    } finally {
      loop.stop();
      loop.interrupt();
      poller.stop();
      backlog.clear();
    }
  }

  private String seat(String column) {
    return jdbc.sql(
            "select "
                + column
                + " from poll_cursor where platform = 'telegram' and account = 'main'")
        .query((row, number) -> String.valueOf(row.getString(1)))
        .optional()
        .filter(value -> !value.equals("null"))
        .orElse(null);
  }
}
