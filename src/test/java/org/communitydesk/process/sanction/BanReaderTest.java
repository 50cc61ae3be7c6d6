package org.communitydesk.process.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.http.CallFailure;
import org.communitydesk.process.ScriptedBans;
import org.junit.jupiter.api.Test;

/** A part is bounded, and what half a list does not say is not concluded. */
class BanReaderTest {

  private final ScriptedBans platform = new ScriptedBans("vk");
  private final BanReader reader = new BanReader(Clock.systemUTC());

  @Test
  void readsNoMoreThanTenPagesAndSaysWhereTheListGoesOn() throws CallFailure {
    platform.pages(12, "50%02d");
    BanReader.Pages first = reader.list(platform.channel(), null, null);
    assertThat(first.bans()).hasSize(10);
    assertThat(first.next()).isEqualTo("10");
    BanReader.Pages rest = reader.list(platform.channel(), first.next(), first.total());
    assertThat(rest.bans()).extracting(StandingBan::personId).containsExactly("5010", "5011");
    assertThat(rest.next()).isNull();
    assertThat(rest.changed()).isFalse();
  }

  @Test
  void seesThatTheListChangedBetweenTwoParts() throws CallFailure {
    platform.pages(12, "50%02d");
    BanReader.Pages first = reader.list(platform.channel(), null, null);
    platform.pages(11, "50%02d");
    assertThat(reader.list(platform.channel(), first.next(), first.total()).changed()).isTrue();
  }

  @Test
  void keepsWhatWasAnsweredBeforeThePlatformFell() {
    platform.busyAt("3");
    platform.refusesAbout("2");
    BanReader.Asked asked = reader.about(platform.channel(), List.of("1", "2", "3", "4"));
    assertThat(asked.known()).containsExactly("1");
    assertThat(asked.passed()).containsExactly("2");
    assertThat(asked.failure()).isInstanceOf(CallFailure.Busy.class);
  }
}
