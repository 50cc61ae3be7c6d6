package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.database.AdvisoryLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Other words of messages than the present ones; every method joins the caller's transaction. */
@Component
class Versions {

  private final JdbcClient jdbc;
  private final Clock clock;

  Versions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Words that wait for their message.
   *
   * @param text null when the platform did not tell the words
   */
  record Early(long id, long version, String text, List<Attachment> attachments) {}

  /**
   * A removal.
   *
   * @param personId who the platform says it was; null when it does not
   * @param byDesk whether the desk has done it
   */
  record Removal(String personId, boolean byDesk) {

    /**
     * In private nobody else takes away what a person has written.
     *
     * @param author who wrote the message
     */
    Remover by(String author, Kind kind) {
      if (author.equals(personId)) {
        return Remover.AUTHOR;
      }
      if (byDesk) {
        return Remover.DESK;
      }
      return personId == null && kind == Kind.PRIVATE ? Remover.AUTHOR : Remover.OTHER;
    }
  }

  /** Everything that is heard of one message waits here for each other until it is committed. */
  void hold(Account account, String externalId) {
    AdvisoryLock.take(jdbc, "message", account.toString(), externalId);
  }

  /** Keeps words that are not the message's present ones; the same words once. */
  void keep(Account account, String externalId, String authorId, long version, String text) {
    keep(account, externalId, authorId, version, text, List.of());
  }

  /**
   * Keeps what came before its message.
   *
   * @param worded false when the platform did not tell the words
   */
  void keepEarly(Message message, long version, boolean worded) {
    keep(
        message.account(),
        message.externalId(),
        message.author().id(),
        version,
        worded ? message.text() : null,
        message.attachments());
  }

  private void keep(
      Account account,
      String externalId,
      String authorId,
      long version,
      String text,
      List<Attachment> attachments) {
    jdbc.sql(
            """
            insert into message_version (platform, account, external_id, author_id, version, text,
              attachment_types, attachment_sources, attachment_names, heard_at)
            select :platform, :account, :id, :author, :version, :text, :types, :sources, :names, :now
            where not exists (select 1 from message_version
              where platform = :platform and account = :account and external_id = :id
                and version = :version and text is not distinct from :text)
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("id", externalId)
        .param("author", authorId)
        .param("version", version)
        .param("text", text)
        .param("types", column(attachments, one -> one.type().name()))
        .param("sources", column(attachments, Attachment::source))
        .param("names", column(attachments, Attachment::fileName))
        .param("now", utc(clock.instant()))
        .update();
  }

  private static String[] column(List<Attachment> all, Function<Attachment, String> value) {
    return all.stream().map(value).toArray(String[]::new);
  }

  /** What came before its message, the latest by the platform's order first. */
  List<Early> early(Account account, String externalId) {
    return jdbc.sql(
            """
            select * from message_version where platform = ? and account = ? and external_id = ?
            order by version desc, id desc
            """)
        .params(account.platform().id(), account.name(), externalId)
        .query(Versions::early)
        .list();
  }

  private static Early early(ResultSet row, int number) throws SQLException {
    List<String> types = Sql.strings(row, "attachment_types");
    List<String> sources = Sql.strings(row, "attachment_sources");
    List<String> names = Sql.strings(row, "attachment_names");
    List<Attachment> attachments = new ArrayList<>();
    IntStream.range(0, types.size())
        .mapToObj(
            i ->
                new Attachment(Attachment.Type.valueOf(types.get(i)), sources.get(i), names.get(i)))
        .forEach(attachments::add);
    return new Early(row.getLong("id"), row.getLong("version"), row.getString("text"), attachments);
  }

  void forget(Early early) {
    jdbc.sql("delete from message_version where id = ?").param(early.id()).update();
  }

  /** Takes back what is known of a removal that came before its message; empty when none did. */
  Optional<Removal> takeRemoval(Account account, String externalId) {
    return jdbc.sql(
            """
            delete from removed_early where platform = ? and account = ? and external_id = ?
            returning person_id, by_desk
            """)
        .params(account.platform().id(), account.name(), externalId)
        .query(Removal.class)
        .optional();
  }

  void keepRemoval(Account account, String externalId, Removal removal) {
    jdbc.sql(
            """
            insert into removed_early
              (platform, account, external_id, removed_at, person_id, by_desk)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            account.platform().id(),
            account.name(),
            externalId,
            utc(clock.instant()),
            removal.personId(),
            removal.byDesk())
        .update();
  }
}
