package org.communitydesk.channelhealth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.communitydesk.channel.Renewals;
import org.communitydesk.channelhealth.WatchRoom.RoomTest;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Secret;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@RoomTest
class RenewerTest {

  private static final Account ACCOUNT = new Account(Platform.X, "main");

  private final Renewer renewer;
  private final Renewer otherNode;
  private final JdbcClient jdbc;
  private final HandClock clock;
  private final List<String> used = new ArrayList<>();
  private CallFailure failure;

  RenewerTest(JdbcClient jdbc, Vault vault, Clock clock, PlatformTransactionManager transactions) {
    this.renewer = new Renewer(jdbc, vault, clock, transactions);
    this.otherNode = new Renewer(jdbc, vault, clock, transactions);
    this.jdbc = jdbc;
    this.clock = (HandClock) clock;
  }

  @BeforeEach
  void forget() {
    jdbc.sql("delete from channel_key").update();
  }

  private Renewals.Lease lease(String refreshToken) {
    return new Renewals.Lease(ACCOUNT, Secret.of("first"), Secret.of(refreshToken), this::exchange);
  }

  private synchronized Renewals.Fresh exchange(Secret refreshToken) {
    if (failure != null) {
      throw failure;
    }
    used.add(refreshToken.reveal());
    return new Renewals.Fresh(
        Secret.of("token-" + used.size()),
        Secret.of("refresh-" + used.size()),
        clock.instant().plusSeconds(7200));
  }

  private String token(Renewer node) {
    return node.token(lease("refresh")).reveal();
  }

  @Test
  void whatThePlatformNoLongerTakesIsExchangedOnceOverAllNodes() {
    assertThat(token(renewer)).isEqualTo("first");

    CompletableFuture.allOf(
            Stream.of(renewer, otherNode, renewer, otherNode)
                .map(
                    node ->
                        CompletableFuture.runAsync(
                            () -> node.renew(lease("refresh"), Secret.of("first"))))
                .toArray(CompletableFuture<?>[]::new))
        .join();

    assertThat(used).containsExactly("refresh");
    assertThat(token(renewer)).isEqualTo("token-1");
    assertThat(token(otherNode)).isEqualTo("token-1");
  }

  @Test
  void shortlyBeforeItsEndATokenIsExchangedWithTheRefreshTokenThatCameWithIt() {
    renewer.renew(lease("refresh"), Secret.of("first"));
    clock.move(Duration.ofMinutes(114));
    assertThat(token(renewer)).isEqualTo("token-1");

    clock.move(Duration.ofMinutes(2));
    assertThat(token(renewer)).isEqualTo("token-2");
    assertThat(used).containsExactly("refresh", "refresh-1");
  }

  @Test
  void aRefusedExchangeLeavesWhatThereWas() {
    renewer.renew(lease("refresh"), Secret.of("first"));
    failure = new CallFailure.LockedOut("X не продлевает ключ");
    clock.move(Duration.ofMinutes(117));

    assertThat(token(renewer)).isEqualTo("token-1");
    assertThatThrownBy(() -> renewer.renew(lease("refresh"), Secret.of("token-1")))
        .isEqualTo(failure);

    failure = null;
    clock.move(Duration.ofMinutes(1));
    assertThat(token(renewer)).isEqualTo("token-2");
    assertThat(used).containsExactly("refresh", "refresh-1");
  }

  @Test
  void anotherRefreshTokenInTheSettingsBeginsAnew() {
    renewer.renew(lease("refresh"), Secret.of("first"));

    otherNode.renew(lease("given-anew"), Secret.of("first"));

    assertThat(used).containsExactly("refresh", "given-anew");
    assertThat(otherNode.token(lease("given-anew")).reveal()).isEqualTo("token-2");
  }

  @Test
  void aTokenThatWasPutInByHandCounts() {
    renewer.renew(lease("refresh"), Secret.of("first"));
    renewer.forget(ACCOUNT);
    assertThat(token(renewer)).isEqualTo("first");
    renewer.renew(lease("refresh"), Secret.of("first"));
    assertThat(used).containsExactly("refresh", "refresh-1");
  }

  @Test
  void theDatabaseHoldsNoReadableToken() {
    renewer.renew(lease("refresh"), Secret.of("first"));
    List<String> rows =
        jdbc.sql("select sealed from channel_key")
            .query((row, i) -> new String(row.getBytes(1), ISO_8859_1))
            .list();
    assertThat(rows).hasSize(2).noneMatch(row -> row.contains("token") || row.contains("refresh"));
  }
}
