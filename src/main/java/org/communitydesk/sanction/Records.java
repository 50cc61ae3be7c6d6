package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What pages and other programs read of the ladder. */
@Component
@Transactional(readOnly = true)
public class Records {

  private final JdbcClient jdbc;
  private final Offences offences;
  private final Evidences evidences;
  private final Persons persons;
  private final HashChainLedger hashChainLedger;

  Records(
      JdbcClient jdbc,
      Offences offences,
      Evidences evidences,
      Persons persons,
      HashChainLedger hashChainLedger) {
    this.jdbc = jdbc;
    this.offences = offences;
    this.evidences = evidences;
    this.persons = persons;
    this.hashChainLedger = hashChainLedger;
  }

  /** Empty when there is no such sanction, also when the id is no UUID. */
  public Optional<Sanction> find(String sanctionId) {
    return Sql.uuid(sanctionId)
        .flatMap(
            id ->
                jdbc.sql(Sanctions.SELECT + "where s.id = ?")
                    .param(id)
                    .query(Sanctions::row)
                    .optional())
        .map(Sanctions.Row::sanction);
  }

  /** Empty when there is no such offence. */
  public Optional<Offence> offence(long id) {
    return offences.find(id).map(Offences.Row::offence);
  }

  /**
   * Sanctions, newest first.
   *
   * @param platform null for any
   * @param authorId null for any
   * @param state null for any
   * @param after only those older than this one; null from the newest
   * @param limit at most so many
   * @return empty also when there is no sanction {@code after}
   */
  public List<Sanction> search(
      Platform platform, String authorId, Sanction.State state, String after, int limit) {
    return jdbc
        .sql(
            Sanctions.SELECT
                + """
                where (:platform::text is null or p.platform = :platform)
                  and (:author::text is null or p.author_id = :author)
                  and (:state::text is null or s.state = :state)
                  and (:after::uuid is null or s.no < (select no from sanction where id = :after))
                order by s.no desc limit :limit
                """)
        .param("platform", platform == null ? null : platform.id())
        .param("author", clean(authorId))
        .param("state", state == null ? null : state.name())
        .param("after", after == null ? null : Sql.uuid(after).orElse(new UUID(0, 0)))
        .param("limit", limit)
        .query(Sanctions::row)
        .list()
        .stream()
        .map(Sanctions.Row::sanction)
        .toList();
  }

  /** The offences of a sanction, oldest first, withdrawn ones too; empty when there is none. */
  public List<Offence> offencesOf(String sanctionId) {
    return Sql.uuid(sanctionId).map(offences::allOn).orElse(List.of()).stream()
        .map(Offences.Row::offence)
        .toList();
  }

  /** What shows an offence; empty when nothing was kept, or the person is forgotten. */
  public Optional<Evidence> evidence(long offenceId) {
    return offences.find(offenceId).map(Offences.Row::evidence).flatMap(evidences::find);
  }

  /** What a row of the ledger names, such as the words of a dispute; empty when it is erased. */
  public Optional<Evidence> evidence(LedgerRow row) {
    return Optional.ofNullable(row.evidenceHash()).flatMap(evidences::find);
  }

  /** What happened to a sanction and its offences, oldest first. */
  public List<LedgerRow> history(String sanctionId) {
    return Sql.uuid(sanctionId).map(hashChainLedger::ofSanction).orElse(List.of());
  }

  /** The communities in which the ladder knows that person; empty when it never heard of them. */
  public List<Offender> communities(Platform platform, String authorId) {
    return persons.communities(platform, authorId);
  }
}
