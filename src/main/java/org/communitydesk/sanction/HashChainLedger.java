package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;
import static org.communitydesk.sanction.Sql.instant;
import static org.communitydesk.sanction.Sql.utc;
import static org.communitydesk.sanction.Sql.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.communitydesk.database.AdvisoryLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The ledger: rows that name the row before them, written one at a time over all nodes.
 *
 * <p>Its lock is everybody's, so a row waits for the end of its transaction: the lock is held for
 * as long as the commit takes, whatever else the transaction does before, and is always the last.
 * The locks of this room are taken in one order: the case, the {@linkplain Sweeps sweep}, the
 * {@linkplain BanDiscrepancyRows drift}, {@linkplain Persons all persons at once by their number},
 * the ledger.
 */
@Component
class HashChainLedger {

  private static final String LOCK = "sanction-ledger";
  private static final int PAGE = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  HashChainLedger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Written when the transaction commits, after everything else. */
  void append(Entry entry) {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
    if (waiting == null) {
      waiting = new Waiting();
      TransactionSynchronizationManager.registerSynchronization(waiting);
      waiting.resume();
    }
    waiting.entries.add(entry);
  }

  /** What this transaction will write. */
  List<Entry> waiting() {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
    return waiting == null ? List.of() : waiting.entries;
  }

  private final class Waiting implements TransactionSynchronization {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(HashChainLedger.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(HashChainLedger.this, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      writeAll();
    }

    private void writeAll() {
      AdvisoryLock.take(jdbc, LOCK);
      entries.forEach(HashChainLedger.this::write);
      entries.clear();
    }

    @Override
    public void beforeCompletion() {
      suspend();
    }
  }

  private void write(Entry entry) {
    String previous =
        jdbc.sql("select hash from sanction_ledger order by id desc limit 1")
            .query(String.class)
            .optional()
            .orElse("");
    Instant at = whole(clock.instant());
    String who = clean(entry.who());
    jdbc.sql(
            """
            insert into sanction_ledger (at, who, what, offender_id, offence_id, sanction_id, detail,
              evidence_hash, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            utc(at),
            who,
            entry.what().name(),
            entry.offender(),
            entry.offence(),
            entry.sanction(),
            entry.detail(),
            entry.evidence(),
            previous,
            hash(
                at,
                who,
                entry.what().name(),
                entry.offender(),
                entry.offence(),
                entry.sanction(),
                entry.detail(),
                entry.evidence(),
                previous))
        .update();
  }

  /**
   * Whether every row follows the one before, what is still kept is what was kept then, and no end
   * was cut off: every offence and every sanction has a row. Writes what waits.
   */
  boolean isWhole() {
    Waiting waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
    if (waiting != null) {
      waiting.writeAll();
    }
    return follows() && namesAll("offence") && namesAll("sanction");
  }

  private boolean namesAll(String table) {
    return jdbc.sql(
            """
            select not exists (select 1 from %1$s t
              where not exists (select 1 from sanction_ledger l where l.%1$s_id = t.id))
            """
                .formatted(table))
        .query(Boolean.class)
        .single();
  }

  private boolean follows() {
    Walk walk = new Walk();
    int read = PAGE;
    while (walk.whole && read == PAGE) {
      read =
          jdbc.sql(
                  """
                  select l.*, e.salt, e.text, e.attachment_hashes, e.rule, e.words
                  from sanction_ledger l left join sanction_evidence e on e.id = l.evidence_hash
                  where l.id > ? order by l.id limit ?
                  """)
              .params(walk.id, PAGE)
              .query(walk::step)
              .list()
              .size();
    }
    return walk.whole;
  }

  List<LedgerRow> ofOffender(long offender) {
    return jdbc.sql("select * from sanction_ledger where offender_id = ? order by id")
        .param(offender)
        .query((row, i) -> ledgerRow(row))
        .list();
  }

  List<LedgerRow> ofSanction(UUID sanction) {
    return jdbc.sql(
            """
            select * from sanction_ledger where sanction_id = :id or offence_id in
              (select id from offence where sanction_id = :id) order by id
            """)
        .param("id", sanction)
        .query((row, i) -> ledgerRow(row))
        .list();
  }

  private static String hash(Object... values) {
    Fingerprint print = new Fingerprint();
    for (Object value : values) {
      print.add(value);
    }
    return print.hex();
  }

  private static LedgerRow ledgerRow(ResultSet row) throws SQLException {
    return new LedgerRow(
        row.getLong("id"),
        instant(row, "at"),
        row.getString("who"),
        LedgerRow.What.valueOf(row.getString("what")),
        row.getObject("offence_id", Long.class),
        row.getString("sanction_id"),
        row.getString("detail"),
        row.getString("evidence_hash"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static final class Walk {

    private long id;
    private String last = "";
    private boolean whole = true;

    private boolean step(ResultSet row, int index) throws SQLException {
      String hash =
          hash(
              instant(row, "at"),
              row.getString("who"),
              row.getString("what"),
              row.getLong("offender_id"),
              row.getObject("offence_id", Long.class),
              row.getObject("sanction_id", UUID.class),
              row.getString("detail"),
              row.getString("evidence_hash"),
              row.getString("previous_hash"));
      whole =
          whole
              && hash.equals(row.getString("hash"))
              && row.getString("previous_hash").equals(last)
              && Evidences.isUntouched(row);
      last = hash;
      id = row.getLong("id");
      return whole;
    }
  }

  /**
   * A row to be written.
   *
   * @param detail words for programs, nothing that a user wrote
   */
  record Entry(
      LedgerRow.What what,
      String who,
      long offender,
      Long offence,
      UUID sanction,
      String detail,
      String evidence) {}
}
