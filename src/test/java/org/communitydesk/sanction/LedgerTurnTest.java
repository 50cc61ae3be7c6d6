package org.communitydesk.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.SanctionRoom.RoomTest;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who writes into the ledger keeps nobody waiting for what else it does. */
@RoomTest
class LedgerTurnTest {

  private static final Account OK = new Account(Platform.OK, "main");
  private static final Decision WEEK = new Decision(Measure.BAN, 7, "1", null);

  private final Ladder ladder;
  private final BanDiscrepancies banDiscrepancies;
  private final HandClock clock;
  private final TransactionTemplate transaction;

  LedgerTurnTest(
      Ladder ladder,
      BanDiscrepancies banDiscrepancies,
      HandClock clock,
      PlatformTransactionManager transactions) {
    this.ladder = ladder;
    this.banDiscrepancies = banDiscrepancies;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Test
  void othersRecordAndRevokeWhileATransactionThatHasWrittenGoesOn() {
    Sanction first = ban("turn-1");
    Sanction other = ban("turn-2");
    transaction.executeWithoutResult(
        status -> {
          ladder.end(first.id());
          assertThat(meanwhile(() -> ladder.revoke(other.id(), "maria", "Ошибка").state()))
              .isEqualTo(Sanction.State.REVOKED);
          assertThat(meanwhile(() -> ban("turn-3").state())).isEqualTo(Sanction.State.RUNNING);
        });
    assertThat(ladder.find(first.id()).state()).isEqualTo(Sanction.State.ENDED);
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  @Test
  void aRevocationBeforeTheApplicationStays() {
    Sanction proposed = propose("turn-apply");
    ladder.revoke(proposed.id(), "maria", "Ошибка");
    assertThat(apply(proposed).state()).isEqualTo(Sanction.State.REVOKED);
  }

  @Test
  void whoeverAppliesHoldsTheMeasureAgainstARevocation() {
    Sanction proposed = propose("turn-held");
    CompletableFuture<Sanction> revoked = new CompletableFuture<>();
    transaction.executeWithoutResult(
        status -> {
          assertThat(ladder.hold(proposed.id()).state()).isEqualTo(Sanction.State.PROPOSED);
          revoked.completeAsync(() -> ladder.revoke(proposed.id(), "maria", "Ошибка"));
          assertThat(apply(proposed).state()).isEqualTo(Sanction.State.RUNNING);
        });
    assertThat(revoked.join().state()).isEqualTo(Sanction.State.REVOKED);
  }

  @Test
  void whatIsRolledBackLeavesNoRow() {
    Sanction sanction = ban("turn-back");
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      ladder.disputed(sanction.id(), "anna", "Не согласен");
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(ladder.history(person("turn-back")))
        .extracting(LedgerRow::what)
        .doesNotContain(LedgerRow.What.DISPUTED);
    ladder.disputed(sanction.id(), "anna", "Всё равно не согласен");
    assertThat(ladder.disputeWords(sanction.id())).containsExactly("Всё равно не согласен");
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  @Test
  void aDisputeIsReadInTheTransactionThatRecordsIt() {
    Sanction sanction = ban("turn-words");
    ladder.disputed(sanction.id(), "anna", "Раз");
    transaction.executeWithoutResult(
        status -> {
          ladder.disputed(sanction.id(), "anna", "Два");
          assertThat(ladder.disputeWords(sanction.id())).containsExactly("Раз", "Два");
        });
  }

  /** One locks two people while the other compares the same two in the order of their ids. */
  @Test
  void twoWhoNeedTheSamePeopleNeverWaitForEachOther() {
    for (int round = 0; round < 20; round++) {
      String z = "z-" + round;
      String a = "a-" + round;
      ladder.offences(person(z));
      CompletableFuture<Void> linked =
          CompletableFuture.runAsync(() -> ladder.link(person(z), person(a), "maria"));
      List<StandingBan> bans =
          List.of(
              new StandingBan(a, "", clock.instant(), null, false),
              new StandingBan(z, "", clock.instant(), null, false));
      banDiscrepancies.keep(
          OK, banDiscrepancies.compare(OK, bans, List.of(a, z)).differences(), List.of(a, z));
      linked.join();
      assertThat(banDiscrepancies.standing(OK, List.of(a, z))).hasSize(2);
    }
  }

  private <T> T meanwhile(Supplier<T> other) {
    return CompletableFuture.supplyAsync(other).orTimeout(5, TimeUnit.SECONDS).join();
  }

  private Sanction ban(String who) {
    return apply(propose(who));
  }

  private Sanction apply(Sanction sanction) {
    Instant now = clock.instant();
    return ladder.apply(sanction.id(), EnforcedBy.PLATFORM, now, now.plusSeconds(600));
  }

  private Sanction propose(String who) {
    Offence offence =
        ladder.record(
            new Report(
                "1001", who, person(who), "", who, clock.instant(), Violation.FLOOD, null, null));
    return ladder.propose(offence.id(), WEEK);
  }

  private static Offender person(String who) {
    return new Offender(OK, who);
  }
}
