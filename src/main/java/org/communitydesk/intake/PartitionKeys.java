package org.communitydesk.intake;

import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.InboundEvent.MessageRemoved;
import org.communitydesk.conversation.InboundEvent.PostPublished;
import org.communitydesk.conversation.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which events wait for each other: those of one author in one thread. A removal names no thread
 * and follows its message; one that overtakes its message has a lane of its own.
 */
@Component
class PartitionKeys {

  private final JdbcClient jdbc;

  PartitionKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String of(Account account, Understanding understanding, String key) {
    if (understanding.heard() instanceof MessageRemoved messageRemoved) {
      return laneOf(account, messageRemoved.externalId())
          .orElse(account + "/removed/" + messageRemoved.externalId());
    }
    if (understanding.heard() instanceof PostPublished postPublished) {
      return account + "/post/" + postPublished.threadId();
    }
    return understanding.heard().messages().stream()
        .findFirst()
        .map(message -> account + "/" + place(message))
        .orElse(account + "/event/" + key);
  }

  private static String place(Message message) {
    return message.kind() + "/" + message.threadId() + "/" + message.author().id();
  }

  private Optional<String> laneOf(Account account, String externalId) {
    return jdbc.sql(
            """
            select lane from inbox
            where platform = :platform and account = :account and external_id = :externalId
            order by id limit 1
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("externalId", PostgresText.indexable(externalId))
        .query(String.class)
        .optional();
  }
}
