package org.communitydesk.cases;

import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes edits and removals into the case files, in whatever order they come: a platform promises
 * none.
 */
@Component
@Transactional
public class Changes {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Versions versions;
  private final Attachments attachments;

  Changes(JdbcClient jdbc, Journal journal, Versions versions, Attachments attachments) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.versions = versions;
    this.attachments = attachments;
  }

  /**
   * A person's message says something else now, or is there again before anybody has read it.
   *
   * @param late whether the case was closed before
   * @param sameWords whether only blanks, case and marks that change no meaning are different
   */
  public record Changed(String caseId, boolean late, boolean sameWords) {}

  /**
   * Keeps a user's change, unless later words are here already; of a message that has not come yet
   * it is remembered. The words that are not shown stand among the message's earlier ones.
   *
   * @param version as of {@link org.communitydesk.conversation.InboundEvent.MessageEdited}
   * @param worded false when the platform does not tell the new words: the known ones stay
   * @return what it did; empty when the person says nothing new
   */
  public Optional<Changed> edit(Message message, long version, boolean worded) {
    versions.hold(message.account(), message.externalId());
    Optional<Kept> kept = kept(message);
    if (kept.isEmpty()) {
      versions.keepEarly(message, version, worded);
      return Optional.empty();
    }
    Kept entry = kept.get();
    attachments.keepMissing(entry.id(), message.attachments());
    if (!worded) {
      journal.record(entry.caseId(), null, TimelineEvent.What.EDIT_UNTOLD, message.externalId());
      return Optional.empty();
    }
    if (version < entry.version() || (entry.isGone() && !entry.isRemovedByDesk())) {
      keepOther(entry, message, version);
      return Optional.empty();
    }
    String state = entry.isGone() ? entry.state() : "EDITED";
    return change(entry, message, version, state, TimelineEvent.What.EDITED);
  }

  /**
   * Shows a removed message again.
   *
   * @return what it did; empty when somebody has decided about these words before
   */
  public Optional<Changed> restore(Message message) {
    versions.hold(message.account(), message.externalId());
    Optional<Kept> kept = kept(message);
    if (kept.isEmpty()) {
      versions.takeRemoval(message.account(), message.externalId());
      versions.keepEarly(message, 1, true);
      return Optional.empty();
    }
    Kept entry = kept.get();
    attachments.keepMissing(entry.id(), message.attachments());
    return change(entry, message, entry.version(), "VISIBLE", TimelineEvent.What.RESTORED)
        .or(() -> unread(entry));
  }

  private Optional<Changed> unread(Kept entry) {
    return jdbc.sql(
            """
            select c.state = 'CLOSED' from message m join case_file c using (case_id)
            where m.id = ? and m.heard > c.seen_message and not m.by_brand and not m.suspected
            """)
        .param(entry.id())
        .query(Boolean.class)
        .optional()
        .map(late -> new Changed(entry.caseId(), late, false));
  }

  /**
   * Marks a message as gone; remembered when the message itself has not come yet.
   *
   * @param personId who the platform says it was; null when it does not
   * @param byDesk whether the desk has done it
   * @return the case that a person has withdrawn a message from; empty when the message was gone
   *     before, is the brand's own or is not here, and when the desk has removed it: then the act
   *     that did it is written down where it ends
   */
  public Optional<String> remove(
      Account account, String externalId, String personId, boolean byDesk) {
    return remove(account, externalId, new Versions.Removal(personId, byDesk));
  }

  private Optional<String> remove(Account account, String externalId, Versions.Removal removal) {
    versions.hold(account, externalId);
    Optional<Kept> kept = kept(account, externalId);
    if (kept.isEmpty()) {
      versions.keepRemoval(account, externalId, removal);
    }
    return kept.filter(entry -> !entry.isGone())
        .flatMap(entry -> remove(entry, externalId, removal));
  }

  private Optional<String> remove(Kept entry, String externalId, Versions.Removal removal) {
    Remover by = removal.by(entry.authorId(), Kind.valueOf(entry.kind()));
    jdbc.sql("update message set state = 'DELETED', removed_by = ? where id = ?")
        .params(by.name(), entry.id())
        .update();
    if (by != Remover.DESK) {
      TimelineEvent.What what =
          by == Remover.AUTHOR ? TimelineEvent.What.REMOVED : TimelineEvent.What.REMOVED_OUTSIDE;
      journal.record(
          entry.caseId(),
          null,
          entry.byBrand() ? TimelineEvent.What.REPLY_REMOVED : what,
          externalId);
    }
    return by == Remover.DESK || entry.byBrand() ? Optional.empty() : Optional.of(entry.caseId());
  }

  /** The message with the latest words that came before it; the caller holds it. */
  Message editEarly(String caseId, Message message, long version) {
    List<Versions.Early> early = versions.early(message.account(), message.externalId());
    for (Versions.Early one : early) {
      attachments.keepMissing(kept(message).orElseThrow().id(), one.attachments());
      if (one.text() == null) {
        versions.forget(one);
        journal.record(caseId, null, TimelineEvent.What.EDIT_UNTOLD, message.externalId());
      }
    }
    return early.stream()
        .filter(one -> one.text() != null && one.version() >= version)
        .findFirst()
        .map(latest -> edited(message, latest))
        .orElse(message);
  }

  private Message edited(Message message, Versions.Early latest) {
    versions.forget(latest);
    if (latest.text().equals(message.text())) {
      return message;
    }
    Message now = worded(message, latest.text());
    change(kept(message).orElseThrow(), now, latest.version(), "EDITED", TimelineEvent.What.EDITED);
    return now;
  }

  private static Message worded(Message message, String text) {
    return new Message(
        message.account(),
        message.kind(),
        message.externalId(),
        message.author(),
        message.threadId(),
        message.replyTo(),
        message.at(),
        text,
        message.attachments());
  }

  /** Whether the message had been removed before it came; the caller holds it. */
  boolean removeEarly(Message message) {
    Optional<Versions.Removal> removal =
        versions.takeRemoval(message.account(), message.externalId());
    removal.ifPresent(one -> remove(message.account(), message.externalId(), one));
    return removal.isPresent();
  }

  private record Kept(
      long id,
      String caseId,
      String authorId,
      String kind,
      boolean byBrand,
      String text,
      String state,
      String removedBy,
      long version) {

    boolean isGone() {
      return state.equals("DELETED");
    }

    boolean isRemovedByDesk() {
      return Remover.DESK.name().equals(removedBy);
    }
  }

  private Optional<Kept> kept(Message message) {
    return kept(message.account(), message.externalId());
  }

  private Optional<Kept> kept(Account account, String externalId) {
    return jdbc.sql(
            """
            select id, case_id::text as case_id, author_id, kind, by_brand, text, state, removed_by,
              version
            from message
            where platform = :platform and account = :account and external_id = :id
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("id", externalId)
        .query(Kept.class)
        .optional();
  }

  private Optional<Changed> change(
      Kept entry, Message message, long version, String state, TimelineEvent.What what) {
    // Whoever closes the case or sends an answer holds it too: no change falls between.
    boolean late =
        jdbc.sql("select state = 'CLOSED' from case_file where case_id = ? for no key update")
            .param(Long.valueOf(entry.caseId()))
            .query(Boolean.class)
            .single();
    if (!entry.text().equals(message.text())) {
      versions.keep(
          message.account(),
          message.externalId(),
          message.author().id(),
          entry.version(),
          entry.text());
    }
    boolean said = !entry.byBrand() && !entry.text().equals(message.text());
    jdbc.sql(
            """
            update message set text = :text, found = :found, version = :version,
              state = case when state = 'HIDDEN' and :state = 'EDITED' then state else :state end,
              removed_by = case when :state = 'DELETED' then removed_by end,
              heard = case when :said then nextval('heard_order') else heard end
            where id = :id
            """)
        .param("text", message.text())
        .param("found", kindsIn(message))
        .param("state", state)
        .param("version", version)
        .param("said", said)
        .param("id", entry.id())
        .update();
    journal.record(entry.caseId(), null, what, message.externalId());
    return said
        ? Optional.of(
            new Changed(entry.caseId(), late, Wordings.areAlike(entry.text(), message.text())))
        : Optional.empty();
  }

  private void keepOther(Kept entry, Message message, long version) {
    if (!entry.text().equals(message.text())) {
      versions.keep(
          message.account(), message.externalId(), message.author().id(), version, message.text());
    }
  }

  static String[] kindsIn(Message message) {
    return PersonalData.kindsIn(message.text()).stream().map(Enum::name).toArray(String[]::new);
  }
}
