package org.communitydesk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Lookout;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Room;
import org.communitydesk.watch.WatchRoom.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class PublishingSwitchTest {

  private static final Account ACCOUNT = new Account(Platform.VK, "main");
  private static final Account OTHER = new Account(Platform.VK, "off");

  private final PublishingSwitch here;
  private final PublishingSwitch onAnotherNode;
  private final Painter painter;
  private final States states;
  private final Round round;
  private final RecordingOutages outages;
  private final Channel channel;
  private final JdbcClient jdbc;

  PublishingSwitchTest(
      PublishingSwitch here,
      Room.Database database,
      Painter painter,
      States states,
      Round round,
      Outages outages,
      Channels channels,
      Clock clock) {
    this.here = here;
    this.jdbc = JdbcClient.create(database.connections(Map.of()));
    this.onAnotherNode = new PublishingSwitch(jdbc, clock);
    this.painter = painter;
    this.states = states;
    this.round = round;
    this.outages = (RecordingOutages) outages;
    this.channel = channels.of(ACCOUNT);
  }

  @BeforeEach
  @AfterEach
  void beginAnew() {
    jdbc.sql("drop trigger if exists publishing_order_append_only on publishing_order").update();
    jdbc.sql("delete from publishing_order").update();
    jdbc.sql("delete from channel_state").update();
    outages.told.clear();
  }

  @Test
  void anotherNodeObeysAtOnce() {
    assertThat(onAnotherNode.stopping(ACCOUNT)).isEmpty();
    here.give(null, true, "пожар", "maria");
    assertThat(onAnotherNode.stopping(ACCOUNT))
        .map(PublishingOrder::sentence)
        .contains("Публикация остановлена во всех каналах (maria): пожар");
    here.give(null, false, null, "admin");
    assertThat(onAnotherNode.stopping(ACCOUNT)).isEmpty();
    assertThat(onAnotherNode.latest(null)).map(PublishingOrder::who).contains("admin");
    assertThat(onAnotherNode.log(10))
        .extracting(PublishingOrder::stopped)
        .containsExactly(false, true);
  }

  @Test
  void anAccountGoesOnOnlyWhenNobodyStopsIt() {
    here.give(ACCOUNT, true, null, "maria");
    here.give(null, true, null, "maria");
    here.give(null, false, null, "maria");
    assertThat(here.stopping(ACCOUNT)).map(PublishingOrder::account).contains(ACCOUNT);
    assertThat(here.stopping(OTHER)).isEmpty();
    here.give(ACCOUNT, false, null, "maria");
    assertThat(here.stopping(ACCOUNT)).isEmpty();
  }

  @Test
  void aStoppedChannelIsYellowAndADeadKeyStaysRed() {
    here.give(ACCOUNT, true, null, "maria");
    assertThat(painter.of(channel, states.of(ACCOUNT)))
        .isEqualTo(new Painter.Paint(Colour.YELLOW, "Публикация остановлена (maria)"));
    states.lock(ACCOUNT, Lookout.Call.CHECK, "ключ истёк");
    assertThat(painter.of(channel, states.of(ACCOUNT)).colour()).isEqualTo(Colour.RED);
  }

  @Test
  void theRoundLetsGoOnWhatNobodyHoldsAnyMore() {
    outages.somethingMayResume = true;
    round.look(channel);
    round.look(channel);
    assertThat(outages.told).containsExactly("resume vk/main");
  }
}
