package org.communitydesk.sanction;

import java.util.List;
import org.communitydesk.privacy.Ageing;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KeepsForATime;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person on the ladder. Steps and ledger stay under a pseudonym; see {@link Ladder#forget}. */
@Component
@Order(20)
class SanctionPersonalData implements PersonalDataStore, KeepsForATime {

  private static final String THEIRS =
      " where offender_id in (select id from offender where platform = ? and author_id = ?)";

  private final JdbcClient jdbc;
  private final Ladder ladder;

  SanctionPersonalData(JdbcClient jdbc, Ladder ladder) {
    this.jdbc = jdbc;
    this.ladder = ladder;
  }

  @Override
  public void show(Subject person, Export export) {
    rows(export, person, "measures", "select * from sanction" + THEIRS);
    rows(export, person, "offences", "select * from offence" + THEIRS);
    rows(
        export,
        person,
        "evidence",
        """
        select text, rule, array_to_string(words, ', ') as words,
          array_to_string(attachment_hashes, ', ') as attachment_hashes from sanction_evidence
        """
            + THEIRS);
    rows(export, person, "bans_past_the_desk", "select * from drift" + THEIRS);
    rows(
        export,
        person,
        "bans_on_the_platform",
        "select * from ban_listed where platform = ? and author_id = ?");
  }

  private void rows(Export export, Subject person, String matter, String sql) {
    export.rows(
        matter,
        jdbc.sql(sql).params(person.platform().id(), person.authorId()).query().listOfRows());
  }

  @Override
  public List<Ageing> ageing() {
    return List.of(
        Ageing.of("ban_hint", "heard_at", "true"),
        Ageing.of("drift", "settled_at", "state not in ('OPEN', 'RESTORING')"),
        Ageing.of(
            "sanction_evidence",
            "(select max(l.at) from sanction_ledger l where l.evidence_hash = sanction_evidence.id)",
            """
            not exists (select 1 from sanction s
              where s.offender_id = sanction_evidence.offender_id
                and s.state in ('PROPOSED', 'RUNNING'))
            """));
  }

  @Override
  public boolean stillNeeds(Subject person) {
    return jdbc.sql(
            """
            select exists (select 1 from offender p join sanction s on s.offender_id = p.id
              where p.platform = ? and p.author_id = ? and s.measure <> 'WARNING'
                and s.state in ('PROPOSED', 'RUNNING'))
            """)
        .params(person.platform().id(), person.authorId())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void erase(Subject person) {
    ladder.forget(person.platform(), person.authorId());
    forget(person, "delete from ban_hint where platform = ? and author_id = ?");
    forget(person, "delete from ban_listed where platform = ? and author_id = ?");
    forget(person, "delete from ban_sweep where platform = ? and cursor = ? and not reading");
  }

  private void forget(Subject person, String sql) {
    jdbc.sql(sql).params(person.platform().id(), person.authorId()).update();
  }
}
