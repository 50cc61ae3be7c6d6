package org.communitydesk.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.sanction.Sanction.State;
import org.communitydesk.sanction.SanctionRoom.RoomTest;
import org.communitydesk.support.HandClock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class LadderTest {

  private static final Decision WARNING = new Decision(Measure.WARNING, 0, "1", null);
  private static final Decision WEEK = new Decision(Measure.BAN, 7, "1", null);
  private static final Decision MONTH = new Decision(Measure.BAN, 30, "1", null);
  private static final Decision FOR_EVER = new Decision(Measure.BAN, null, "1", "maria");

  private final Ladder ladder;
  private final Records records;
  private final HandClock clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate together;
  private final Offender person =
      new Offender(new Account(Platform.VK, "main"), UUID.randomUUID().toString());

  LadderTest(
      Ladder ladder,
      Records records,
      HandClock clock,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.together = new TransactionTemplate(transactions);
    this.ladder = ladder;
    this.records = records;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @Test
  void fourSpamCommentsInOneMinuteAreOneRung() {
    Sanction warning = ladder.propose(offend().id(), WARNING);
    for (int i = 0; i < 3; i++) {
      Offence more = offend();
      assertThat(more.rung()).isEqualTo(1);
      assertThat(more.climbs()).isFalse();
      assertThat(more.sanctionId()).isEqualTo(warning.id());
    }
    assertThat(ladder.of(person)).hasSize(1);
  }

  @Test
  void theFourthRungIsTheLastAndAfterABanForEverNobodyClimbs() {
    assertThat(climb(WARNING).rung()).isEqualTo(1);
    assertThat(climb(WEEK).rung()).isEqualTo(2);
    assertThat(climb(MONTH).rung()).isEqualTo(3);
    assertThat(climb(MONTH).rung()).as("a supervisor was mild").isEqualTo(4);
    Sanction forEver = climb(FOR_EVER);
    assertThat(forEver.rung()).isEqualTo(4);
    Offence after = offend();
    assertThat(after.climbs()).isFalse();
    assertThat(after.sanctionId()).isEqualTo(forEver.id());
    assertThat(after.rung()).isEqualTo(4);
  }

  @Test
  void withoutANoticeNobodyClimbs() {
    Sanction warning = ladder.propose(offend().id(), WARNING);
    clock.move(Duration.ofDays(3));
    assertThat(ladder.climbs(person, clock.instant())).isFalse();
    ladder.told(warning.id(), null, clock.instant());
    assertThat(ladder.rungFor(person, clock.instant())).as("at the same instant").isEqualTo(1);
    assertThat(ladder.rungFor(person, clock.instant().plusSeconds(1))).isEqualTo(2);
  }

  @Test
  void aRevokedStepLetsThoseAboveFallAndKeepsTheirBeginning() {
    Sanction warning = climb(WARNING);
    Sanction week = climb(WEEK);
    Offence first = ladder.offences(person).get(1);
    Ladder.Recount recount = ladder.withdraw(first.id(), "boris", "не он");
    assertThat(recount.revoked()).extracting(Sanction::id).containsExactly(warning.id(), week.id());
    assertThat(recount.toDecideAgain()).hasSize(1);
    Offence again = recount.toDecideAgain().get(0);
    assertThat(again.rung()).isEqualTo(1);
    assertThat(again.sanctionId()).isNull();
    Sanction instead = ladder.propose(again.id(), WARNING);
    assertThat(instead.rung()).isEqualTo(1);
    assertThat(instead.from()).isEqualTo(week.from());
    assertThat(instead.state()).isEqualTo(State.PROPOSED);
    assertThat(ladder.rungFor(person, clock.instant())).as("the notice was heard").isEqualTo(2);
    assertThat(ladder.find(week.id()).state()).isEqualTo(State.REVOKED);
  }

  @Test
  void anOldWeekNeverLiftsANewerMonth() {
    climb(WARNING);
    Sanction week = climb(WEEK);
    Sanction month = ladder.propose(offend().id(), MONTH);
    clock.move(Duration.ofDays(7));
    assertThat(ladder.others(week.id()).waiting()).as("a month is proposed").isTrue();
    month = apply(month);
    assertThat(ladder.others(week.id()).longest().id()).isEqualTo(month.id());
    ladder.end(week.id());
    assertThat(ladder.running(person)).map(Sanction::id).hasValue(month.id());
    clock.move(Duration.ofDays(30));
    assertThat(ladder.running(person)).isEmpty();
    assertThat(ladder.others(month.id())).isEqualTo(new Ladder.Others(false, null));
    Sanction longer =
        ladder.apply(month.id(), EnforcedBy.TIMER, month.from(), month.until().plusSeconds(1));
    assertThat(longer.version()).isEqualTo(2);
  }

  @Test
  void theBrandItselfCannotOffend() {
    Offender own = new Offender(person.account(), "1000001");
    assertThatThrownBy(() -> ladder.record(report(own, "own")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("brand's own account on vk");
  }

  @Test
  void whoeverHadASayIsNamed() {
    Sanction one = ladder.propose(offend().id(), FOR_EVER);
    ladder.disputed(one.id(), "boris", "Я не согласен");
    ladder.upheld(one.id(), "viktor");
    assertThat(ladder.decidersOf(one.id())).containsExactly("anna", "maria", "viktor");
    assertThat(records.history(one.id()))
        .filteredOn(row -> row.what() == LedgerRow.What.DISPUTED)
        .singleElement()
        .satisfies(
            row ->
                assertThat(records.evidence(row).orElseThrow().text()).isEqualTo("Я не согласен"));
  }

  @Test
  void onlyPeopleLinkAndUnlink() {
    Offender elsewhere = new Offender(new Account(Platform.TELEGRAM, "main"), person.authorId());
    assertThatThrownBy(() -> ladder.link(person, elsewhere, " "))
        .isInstanceOf(IllegalArgumentException.class);
    ladder.link(person, elsewhere, "anna");
    ladder.link(elsewhere, person, "anna");
    assertThat(ladder.linked(person)).containsExactly(elsewhere);
    ladder.unlink(elsewhere, person, "boris");
    assertThat(ladder.linked(person)).isEmpty();
    assertThat(ladder.history(person))
        .extracting(LedgerRow::what)
        .containsExactly(LedgerRow.What.LINKED, LedgerRow.What.UNLINKED);
  }

  @Test
  void aForgottenPersonLeavesAPseudonymAndAWholeChain() {
    Sanction week = apply(ladder.propose(offend().id(), WEEK));
    ladder.forget(Platform.VK, person.authorId());
    Sanction held = ladder.find(week.id());
    assertThat(held.authorName()).isEmpty();
    assertThat(held.offender()).as("a ban has to be lifted").isEqualTo(person);
    Offence offence = records.offencesOf(week.id()).get(0);
    assertThat(records.evidence(offence.id())).isEmpty();
    assertThat(offence.externalId()).startsWith("erased-");
    assertThat(ladder.end(week.id()).offender().authorId()).startsWith("erased-");
    assertThat(ladder.of(person)).isEmpty();
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  /** An owner of the tables can switch a trigger off; what they then take away is missed. */
  @Test
  void whoCutsTheEndOfTheLedgerOffIsSeen() {
    offend();
    together.executeWithoutResult(
        transaction -> {
          jdbc.sql("alter table sanction_ledger disable trigger user").update();
          jdbc.sql("delete from sanction_ledger where id = (select max(id) from sanction_ledger)")
              .update();
          assertThat(ladder.chainIsWhole()).as("the last row is gone").isFalse();
          jdbc.sql("truncate sanction_ledger").update();
          assertThat(ladder.chainIsWhole()).as("all rows are gone").isFalse();
          transaction.setRollbackOnly();
        });
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  @Test
  void nobodyEmptiesTheOtherRecords() {
    for (String attack :
        List.of(
            "truncate erasure",
            "delete from erasure",
            "truncate publishing_order",
            "delete from publishing_order",
            "update publishing_order set who = 'x'")) {
      assertThatThrownBy(() -> jdbc.sql(attack).update())
          .as(attack)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void nobodyChangesTheLedgerAndWhoeverTriesIsSeen() {
    long offence = offend().id();
    assertThatThrownBy(() -> jdbc.sql("update sanction_ledger set who = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("delete from sanction_ledger").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("truncate sanction_ledger").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
    assertThat(ladder.chainIsWhole()).isTrue();
    String before = records.evidence(offence).orElseThrow().text();
    write(offence, "подделка");
    assertThat(ladder.chainIsWhole()).as("evidence was forged").isFalse();
    write(offence, before);
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  private void write(long offence, String text) {
    jdbc.sql(
            """
            update sanction_evidence set text = ?
            where id = (select evidence_id from offence where id = ?)
            """)
        .params(text, offence)
        .update();
  }

  private Sanction climb(Decision decision) {
    Sanction step = apply(ladder.propose(offend().id(), decision));
    clock.move(Duration.ofSeconds(1));
    ladder.told(step.id(), "notice-" + step.id(), clock.instant());
    clock.move(Duration.ofSeconds(1));
    return ladder.find(step.id());
  }

  private Sanction apply(Sanction step) {
    Instant from = clock.instant();
    return ladder.apply(
        step.id(),
        EnforcedBy.TIMER,
        from,
        step.days() == null ? null : from.plus(Duration.ofDays(step.days())));
  }

  private Offence offend() {
    return ladder.record(report(person, UUID.randomUUID().toString()));
  }

  private Report report(Offender offender, String key) {
    return new Report(
        "1001",
        key,
        offender,
        "Пётр",
        key,
        clock.instant(),
        Violation.ADVERTISING,
        new Evidence("Купи\u0000те", List.of("ab"), "spam", List.of("Купите")),
        "anna");
  }
}
