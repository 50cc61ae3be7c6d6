package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Channels;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.process.sanction.BanReader;
import org.communitydesk.process.sanction.Reconciliation;
import org.communitydesk.publication.Publications;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.BanDiscrepancy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Report;
import org.communitydesk.sanction.Sweeps;
import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A comparison of bans in parts: each part is a job, and nobody waits for a platform's answer. */
class BansInPartsTest extends PathTest {

  @Autowired Sweeps sweeps;
  @Autowired BanDiscrepancies banDiscrepancies;
  @Autowired Ladder ladder;
  @Autowired Publications publications;
  @Autowired KnownCases cases;
  @Autowired Gate gate;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void beginAnew() {
    Appeal.reset();
  }

  @Test
  void aMeasureIsRecordedAndRevokedWhileThePlatformIsRead() {
    ScriptedBans platform = new ScriptedBans("telegram");
    platform.ban("held");
    banDiscrepancies.hear(platform.account(), "held", clock.instant());
    platform.during(
        () ->
            assertThat(
                    CompletableFuture.supplyAsync(() -> recordAndWithdraw(platform, "held"))
                        .orTimeout(5, TimeUnit.SECONDS)
                        .join())
                .isTrue());
    Reconciliation reconciliation = reconciliation(platform);
    assertThat(part(reconciliation, platform)).isTrue();
    assertThat(part(reconciliation, platform)).isFalse();
    assertThat(found(platform, List.of("held"))).containsExactly("held");
  }

  @Test
  void aFailureInTheSecondPartLosesNothingOfTheFirst() {
    ScriptedBans platform = new ScriptedBans("telegram");
    List<String> people = people(250);
    people.forEach(platform::ban);
    people.forEach(person -> banDiscrepancies.hear(platform.account(), person, clock.instant()));
    platform.busyAt("p-150");
    Reconciliation first = reconciliation(platform);

    assertThat(part(first, platform)).isTrue();
    assertThat(platform.asked()).as("one part").hasSize(100);
    assertThat(part(first, platform)).as("not now").isFalse();
    assertThat(found(platform, people)).hasSize(150);

    platform.asked().clear();
    Reconciliation restarted = reconciliation(platform);
    assertThat(part(restarted, platform)).isTrue();
    assertThat(platform.asked()).as("it goes on where it stood").startsWith("p-150").hasSize(100);
    assertThat(part(restarted, platform)).isFalse();
    assertThat(found(platform, people)).hasSize(250);
    assertThat(banDiscrepancies.heard(platform.account(), 1)).isEmpty();
  }

  @Test
  void aListIsReadOnAfterAFailureAndComparedWhenItIsWhole() {
    ScriptedBans platform = new ScriptedBans("facebook");
    platform.pages(25, "p-%03d");
    platform.busyAt("12");
    Reconciliation reconciliation = reconciliation(platform);
    assertThat(part(reconciliation, platform)).isTrue();
    assertThat(part(reconciliation, platform)).as("not now").isFalse();
    assertThat(found(platform, people(25))).as("nothing is concluded from half a list").isEmpty();

    platform.asked().clear();
    while (part(reconciliation, platform)) {
      assertThat(platform.asked()).hasSizeLessThan(20);
    }
    assertThat(platform.asked()).as("from the second part on").startsWith("10");
    assertThat(found(platform, people(25))).hasSize(25);
  }

  @Test
  void aListThatChangesIsReadAnewAndNotForEver() {
    ScriptedBans platform = new ScriptedBans("facebook");
    Reconciliation reconciliation = reconciliation(platform);
    int parts = 0;
    do {
      platform.pages(11 + parts++, "p-%03d");
    } while (part(reconciliation, platform) && parts < 30);
    assertThat(parts).isEqualTo(8);
    assertThat(banDiscrepancies.readings())
        .filteredOn(one -> one.account().equals(platform.account()))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).contains("каждый раз меняется"));
    assertThat(found(platform, people(40))).isEmpty();
    while (part(reconciliation, platform)) {
      assertThat(parts++).isLessThan(40);
    }
    assertThat(found(platform, people(40))).isNotEmpty();
  }

  @Test
  void ofTwoComparisonsOfOneAccountOneGoesOn() {
    ScriptedBans platform = new ScriptedBans("telegram");
    people(150)
        .forEach(person -> banDiscrepancies.hear(platform.account(), person, clock.instant()));
    Reconciliation one = reconciliation(platform);
    Reconciliation other = reconciliation(platform);
    boolean[] overtaken = {false};
    platform.during(
        () -> {
          platform.during(() -> {});
          overtaken[0] =
              CompletableFuture.supplyAsync(() -> part(other, platform))
                  .orTimeout(5, TimeUnit.SECONDS)
                  .join();
        });
    assertThat(part(one, platform)).as("the slower one leaves it to the other").isFalse();
    assertThat(overtaken[0]).isTrue();
    assertThat(part(other, platform)).isTrue();
    assertThat(part(other, platform)).isFalse();
  }

  private boolean recordAndWithdraw(ScriptedBans platform, String person) {
    Offender offender = new Offender(platform.account(), person);
    long offence =
        ladder
            .record(
                new Report(
                    "1",
                    "step",
                    offender,
                    "",
                    "message",
                    clock.instant(),
                    Violation.FLOOD,
                    null,
                    "anna"))
            .id();
    ladder.withdraw(offence, "maria", null);
    return ladder.offence(offence).withdrawn();
  }

  /** As a job does it: in one transaction. */
  private boolean part(Reconciliation reconciliation, ScriptedBans platform) {
    return Boolean.TRUE.equals(
        new TransactionTemplate(transactions)
            .execute(status -> reconciliation.compareNext(platform.account())));
  }

  private List<String> found(ScriptedBans platform, List<String> people) {
    return banDiscrepancies.standing(platform.account(), people).stream()
        .map(BanDiscrepancy::offender)
        .map(Offender::authorId)
        .toList();
  }

  private static List<String> people(int count) {
    return IntStream.range(0, count).mapToObj("p-%03d"::formatted).toList();
  }

  private Reconciliation reconciliation(ScriptedBans platform) {
    return new Reconciliation(
        channels(platform),
        gate,
        new BanReader(clock),
        sweeps,
        banDiscrepancies,
        ladder,
        publications,
        cases,
        engine.getRuntimeService(),
        clock);
  }

  private static Channels channels(ScriptedBans scripted) {
    Platform platform = scripted.account().platform();
    try (AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext()) {
      room.getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test", Map.of("desk.channel." + platform.id() + ".scripted.own-id", "1")));
      room.registerBean(ChannelFactory.class, () -> maker(platform, scripted));
      room.register(Channels.class);
      room.refresh();
      return room.getBean(Channels.class);
    }
  }

  private static ChannelFactory maker(Platform platform, ScriptedBans scripted) {
    return new ChannelFactory() {
      @Override
      public Platform platform() {
        return platform;
      }

      @Override
      public Channel make(String name, ChannelSettings settings) {
        return scripted.channel();
      }
    };
  }
}
