package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote, apart from the ledger that only names it. */
@Component
class Evidences {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;

  Evidences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the salted hash under which it is kept; null for nothing. */
  String keep(long offender, Evidence evidence) {
    if (evidence == null) {
      return null;
    }
    Evidence kept =
        new Evidence(
            clean(evidence.text()),
            evidence.attachmentHashes().stream().map(Sql::clean).toList(),
            clean(evidence.rule()),
            evidence.words().stream().map(Sql::clean).toList());
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String salt = HexFormat.of().formatHex(random);
    String id = hash(salt, kept);
    jdbc.sql(
            """
            insert into sanction_evidence (id, salt, offender_id, text, attachment_hashes, rule, words)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            salt,
            offender,
            kept.text(),
            kept.attachmentHashes().toArray(new String[0]),
            kept.rule(),
            kept.words().toArray(new String[0]))
        .update();
    return id;
  }

  String keep(long offender, String text) {
    return text == null || text.isBlank()
        ? null
        : keep(offender, new Evidence(text, List.of(), null, List.of()));
  }

  Optional<Evidence> find(String id) {
    return jdbc.sql("select * from sanction_evidence where id = ?")
        .param(id)
        .query((row, i) -> evidence(row))
        .optional();
  }

  /** The words of the disputes of a sanction since it was last upheld. */
  List<String> disputes(UUID sanction) {
    return jdbc.sql(
            """
            select e.text from sanction_ledger l join sanction_evidence e on e.id = l.evidence_hash
            where l.sanction_id = :id and l.what = 'DISPUTED' and l.id > (
              select coalesce(max(id), 0) from sanction_ledger
              where sanction_id = :id and what = 'UPHELD')
            order by l.id
            """)
        .param("id", sanction)
        .query(String.class)
        .list();
  }

  void erase(long offender) {
    jdbc.sql("delete from sanction_evidence where offender_id = ?").param(offender).update();
  }

  /** Whether a row of evidence, when there still is one, is what was kept then. */
  static boolean isUntouched(ResultSet row) throws SQLException {
    return row.getString("salt") == null
        || row.getString("evidence_hash").equals(hash(row.getString("salt"), evidence(row)));
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    return new Evidence(
        row.getString("text"),
        Sql.strings(row, "attachment_hashes"),
        row.getString("rule"),
        Sql.strings(row, "words"));
  }

  private static String hash(String salt, Evidence evidence) {
    Fingerprint print = new Fingerprint().add(salt).add(evidence.text());
    print.add(evidence.attachmentHashes().size());
    evidence.attachmentHashes().forEach(print::add);
    print.add(evidence.rule()).add(evidence.words().size());
    evidence.words().forEach(print::add);
    return print.hex();
  }
}
