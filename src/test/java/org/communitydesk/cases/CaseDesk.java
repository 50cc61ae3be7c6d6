package org.communitydesk.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.HandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The case files with everything around them, and what is heard and done there. */
class CaseDesk {

  static final Account VK = new Account(Platform.VK, "main");
  static final String PERSON = "7";
  static final String POST = "5";
  static final Duration REOPEN = Duration.ofDays(3);

  final Arrivals arrivals;
  final Changes changes;
  final Suspicions suspicions;
  final CaseFiles files;
  final Views views;
  final Conversations conversations;
  final Journal journal;
  final HandClock clock;
  final JdbcClient jdbc;
  final TransactionTemplate transaction;

  CaseDesk(
      Arrivals arrivals,
      Changes changes,
      Suspicions suspicions,
      CaseFiles files,
      Views views,
      Conversations conversations,
      Journal journal,
      HandClock clock,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.arrivals = arrivals;
    this.changes = changes;
    this.suspicions = suspicions;
    this.files = files;
    this.views = views;
    this.conversations = conversations;
    this.journal = journal;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  void forget() {
    for (String table :
        List.of("case_file", "removed_early", "arrived_early", "message_version", "post")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  Message comment(String id, String text) {
    return said(Kind.COMMENT, POST, PERSON, id, text);
  }

  Message said(Kind kind, String thread, String person, String id, String text) {
    return new Message(
        VK, kind, id, new Author(person, "Анна"), thread, null, now(), text, List.of());
  }

  /** As the desk takes it: other words of a known message are an edit. */
  IntakeResult take(Message message, long version) {
    IntakeResult intakeResult = arrivals.take(message, version);
    if (intakeResult instanceof IntakeResult.Changed) {
      changes.edit(message, version, true);
    }
    return intakeResult;
  }

  String say(String id, String text) {
    return file(take(comment(id, text), 0)).caseId();
  }

  static CaseFile file(IntakeResult intakeResult) {
    if (intakeResult instanceof IntakeResult.Begun begun) {
      return begun.file();
    }
    return ((IntakeResult.Joined) intakeResult).file();
  }

  /** As the diagram closes: nothing unread, and nobody comes between. */
  boolean closeIfRead(String caseId) {
    return Boolean.TRUE.equals(
        transaction.execute(
            held -> {
              files.lock(caseId);
              boolean read = !files.hasUnread(caseId);
              if (read) {
                files.close(caseId, "ANSWERED", REOPEN);
              }
              return read;
            }));
  }

  /** As a form is submitted: not when it is older than the conversation. */
  void decideIfShown(String task, String caseId) {
    transaction.executeWithoutResult(
        held -> {
          files.lock(caseId);
          if (!views.isBehind(task, caseId)) {
            views.decided(task, caseId);
          }
        });
  }

  void seeAll(String caseId) {
    files.markSeen(caseId, views.heard(caseId));
  }

  CaseMessage entry(String externalId) {
    return conversations.entry(
        jdbc.sql("select case_id::text from message where external_id = ?")
            .param(externalId)
            .query(String.class)
            .single(),
        externalId);
  }

  Instant now() {
    return clock.instant();
  }
}
