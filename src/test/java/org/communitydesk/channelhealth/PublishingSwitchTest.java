package org.communitydesk.channelhealth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.communitydesk.channel.CallListener;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channelhealth.WatchRoom.RoomTest;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Room;
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
  private final HealthEvaluator healthEvaluator;
  private final States states;
  private final HealthCheck healthCheck;
  private final RecordingOutageProcess outages;
  private final Channel channel;
  private final JdbcClient jdbc;

  PublishingSwitchTest(
      PublishingSwitch here,
      Room.Database database,
      HealthEvaluator healthEvaluator,
      States states,
      HealthCheck healthCheck,
      OutageProcess outageProcess,
      Channels channels,
      Clock clock) {
    this.here = here;
    this.jdbc = JdbcClient.create(database.connections(Map.of()));
    this.onAnotherNode = new PublishingSwitch(jdbc, clock);
    this.healthEvaluator = healthEvaluator;
    this.states = states;
    this.healthCheck = healthCheck;
    this.outages = (RecordingOutageProcess) outageProcess;
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
    assertThat(healthEvaluator.of(channel, states.of(ACCOUNT)))
        .isEqualTo(
            new HealthEvaluator.Paint(HealthStatus.YELLOW, "Публикация остановлена (maria)"));
    states.lock(ACCOUNT, CallListener.Call.CHECK, "ключ истёк");
    assertThat(healthEvaluator.of(channel, states.of(ACCOUNT)).colour())
        .isEqualTo(HealthStatus.RED);
  }

  @Test
  void theRoundLetsGoOnWhatNobodyHoldsAnyMore() {
    outages.somethingMayResume = true;
    healthCheck.look(channel);
    healthCheck.look(channel);
    assertThat(outages.told).containsExactly("resume vk/main");
  }
}
