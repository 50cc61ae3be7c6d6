package org.communitydesk.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the matrix grants, each platform's package tries, and nothing else; {@code
 * -Dcatalog.write=true} renews the page that shows the matrix to people.
 */
class CapabilityMatrixTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final OutgoingAttachment PICTURE =
      new OutgoingAttachment("a.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

  /** Ids as they look on the platform; where it has no comments, those of its chats. */
  private record Ids(String comment, String post, String letter, String chat, String person) {}

  private static final Map<Platform, Ids> IDS =
      Map.of(
          Platform.FACEBOOK,
          new Ids("44_4711", "1000002_44", "m_AbC-1", "501", "501"),
          Platform.VK,
          new Ids("-1000001_8", "-1000001_5", "501_305", "501", "501"),
          Platform.OK,
          new Ids("MTU2Mg~2w==", "156900000000001", "C3ec.15ce", "C3ec", "501"),
          Platform.INSTAGRAM,
          new Ids("17858893269000001", "17918195224117851", "aWdfZAG1", "501", "501"),
          Platform.X,
          new Ids(
              "2090000000000000011", "2080761390344937796", "2080765901528535096", "222", "222"),
          Platform.VIBER,
          new Ids("59", "qX7vN2c+LmK", "59", "qX7vN2c+LmK", "qX7vN2c+LmK"),
          Platform.WHATSAPP,
          new Ids("wamid.HBgL", "79160000001", "wamid.HBgL", "79160000001", "79160000001"),
          Platform.TELEGRAM,
          new Ids(
              "-1001000000007_4711", "-1001000000007_4700", "5428_48", "5428138451", "5428138451"));

  static List<ChannelFactory> leaves() {
    return Leaves.all(CLOCK);
  }

  @Test
  void everyPlatformHasItsPackage() {
    assertThat(leaves())
        .extracting(ChannelFactory::platform)
        .containsExactlyInAnyOrder(Platform.values());
  }

  /** A row, the channel made with all that can be set, and a platform that breaks every call. */
  private record Line(Capabilities row, Channel channel, Ids ids, FakePlatform platform)
      implements AutoCloseable {

    static Line of(ChannelFactory maker) {
      FakePlatform platform = new FakePlatform();
      ChannelSettings settings =
          Examples.sandbox(
              maker.platform(),
              Map.of(
                  "base-url", platform.base(),
                  "files-base-url", platform.base(),
                  "admin-token", "sandbox-admin-token",
                  "refresh-token", "",
                  "human-agent", "true",
                  "enterprise", "true"));
      return new Line(
          Capabilities.of(maker.platform()),
          new GuardedChannel(maker.make("main", settings), Optional.empty()),
          IDS.get(maker.platform()),
          platform);
    }

    boolean can(Set<Capability> needed) {
      return row.can().containsAll(needed);
    }

    boolean can(Capability needed) {
      return row.can(needed);
    }

    Reply reply(Kind kind, Kind answers, OutgoingAttachment outgoingAttachment, Template template) {
      boolean comment = answers == Kind.COMMENT;
      return new Reply(
          UUID.randomUUID(),
          new Account(channel.account().platform(), "main"),
          kind,
          comment ? ids.post() : ids.chat(),
          comment ? ids.comment() : ids.letter(),
          ids.person(),
          "Здравствуйте!",
          answers,
          NOW,
          outgoingAttachment,
          template);
    }

    /** Whether the deed reaches the platform; what is not tried must be refused. */
    void check(Object deed, boolean granted, Runnable trial) {
      platform.calls().clear();
      Throwable outcome = catchThrowable(trial::run);
      if (granted) {
        assertThat(platform.calls()).as(deed + " must be tried, but: " + outcome).isNotEmpty();
      } else {
        assertThat(platform.calls()).as(deed + " must not be tried").isEmpty();
        assertThat(outcome).as(deed.toString()).isInstanceOf(CallFailure.Refused.class);
      }
      assertThat(outcome).as(deed.toString()).isInstanceOf(CallFailure.class);
    }

    @Override
    public void close() {
      platform.close();
    }
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void grantsItsWholeRowWhenEverythingIsSet(ChannelFactory maker) {
    try (Line line = Line.of(maker)) {
      assertThat(line.channel().capabilities()).isEqualTo(line.row());
      assertThat(line.channel().as(Polled.class).isPresent())
          .isEqualTo(line.can(Capability.POLLING));
      assertThat(line.channel().as(Templated.class).isPresent())
          .isEqualTo(line.can(Capability.TEMPLATE));
    }
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void triesExactlyTheActsOfItsRow(ChannelFactory maker) {
    try (Line line = Line.of(maker)) {
      Ids ids = line.ids();
      for (Act act :
          List.of(
              new Act.Hide(ids.comment(), ids.post()),
              new Act.Show(ids.comment(), ids.post()),
              new Act.Delete(ids.comment(), ids.post()),
              new Act.Restore(ids.comment(), ids.post()),
              new Act.Ban(ids.person(), null),
              new Act.Ban(ids.person(), NEXT_WEEK),
              new Act.Unban(ids.person()),
              new Act.Mute(ids.person(), null),
              new Act.Mute(ids.person(), NEXT_WEEK),
              new Act.Unmute(ids.person()))) {
        line.check(act, line.can(act.needs()), () -> line.channel().moderate(act));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void tellsThePlatformTheTermOfABanWhereItKnowsOne(ChannelFactory maker) {
    try (Line line = Line.of(maker)) {
      Throwable outcome =
          catchThrowable(
              () -> line.channel().moderate(new Act.Ban(line.ids().person(), NEXT_WEEK)));

      assertThat(outcome).isInstanceOf(CallFailure.class);
      assertThat(
              line.platform().calls().stream()
                  .anyMatch(
                      call -> call.body().contains(String.valueOf(NEXT_WEEK.getEpochSecond()))))
          .isEqualTo(line.can(Capability.TIMED_BAN));
    }
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void triesExactlyTheRepliesOfItsRow(ChannelFactory maker) {
    Template template = new Template("hello", "ru", "Здравствуйте!");
    try (Line line = Line.of(maker)) {
      for (Reply reply :
          List.of(
              line.reply(Kind.COMMENT, Kind.COMMENT, null, null),
              line.reply(Kind.COMMENT, Kind.COMMENT, PICTURE, null),
              line.reply(Kind.PRIVATE, Kind.PRIVATE, null, null),
              line.reply(Kind.PRIVATE, Kind.PRIVATE, PICTURE, null),
              line.reply(Kind.PRIVATE, Kind.PRIVATE, null, template),
              line.reply(Kind.PRIVATE, Kind.COMMENT, null, null))) {
        line.check(reply, line.can(reply.needs()), () -> line.channel().reply(reply));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void hasATextLimitForExactlyTheKindsOfItsRow(ChannelFactory maker) {
    Capabilities row = Capabilities.of(maker.platform());
    for (Kind kind : Kind.values()) {
      Capability needed =
          kind == Kind.COMMENT ? Capability.REPLY_COMMENT : Capability.REPLY_PRIVATE;
      if (row.can(needed)) {
        assertThat(row.textLimit(kind).most()).isPositive();
      } else {
        assertThatThrownBy(() -> row.textLimit(kind)).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void readsBackExactlyWhatItsRowGrants(ChannelFactory maker) {
    try (Line line = Line.of(maker)) {
      for (Kind kind : Kind.values()) {
        boolean granted =
            line.can(
                kind == Kind.COMMENT ? Capability.READ_BACK_COMMENT : Capability.READ_BACK_PRIVATE);
        line.platform().calls().clear();
        Reply reply = line.reply(kind, kind, null, null);
        if (granted) {
          assertThatThrownBy(() -> line.channel().readBack(reply, NOW))
              .isInstanceOf(CallFailure.Busy.class);
          assertThat(line.platform().calls()).isNotEmpty();
        } else {
          assertThat(line.channel().readBack(reply, NOW)).isEqualTo(new ReadBack.CannotTell());
          assertThat(line.platform().calls()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void tellsOfBansExactlyAsItsRowGrants(ChannelFactory maker) {
    try (Line line = Line.of(maker)) {
      boolean tells = line.can(Capability.LIST_BANS) || line.can(Capability.READ_BAN);
      assertThat(line.channel().as(BanList.class).isPresent()).isEqualTo(tells);
      if (tells) {
        BanList channel = line.channel().as(BanList.class).orElseThrow();
        line.check("the blacklist", line.can(Capability.LIST_BANS), () -> channel.bans(null));
        line.check(
            "one ban", line.can(Capability.READ_BAN), () -> channel.ban(line.ids().person()));
      }
    }
  }

  @Test
  void theRowsNameEveryAbilityOnce() {
    assertThat(Stream.of(Platform.values()).flatMap(p -> Capabilities.of(p).can().stream()))
        .contains(Capability.values());
  }

  @Test
  void pageForPeopleIsUpToDate() throws IOException {
    Path page = Path.of("docs/channels.md");
    if (Boolean.getBoolean("catalog.write")) {
      Files.writeString(page, CapabilityPage.text());
    }
    assertThat(page)
        .as("Run mvn test -Dtest=CapabilityMatrixTest -Dcatalog.write=true and commit the result")
        .exists()
        .hasContent(CapabilityPage.text());
  }
}
