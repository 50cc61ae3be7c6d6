package org.communitydesk.sandbox.world;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every message on the simulated platforms. */
@Component
public class Entries {

  private final JdbcClient jdbc;
  private final Effects effects;

  Entries(JdbcClient jdbc, Effects effects) {
    this.jdbc = jdbc;
    this.effects = effects;
  }

  public Entry add(Platform platform, Entry entry) {
    jdbc.sql(
            """
            insert into sandbox_entry (platform, entry_id, number, place, kind, thread_id, root_id, author_id, by_brand,
              recipient_id, text, reply_to, at, once_key, pictures)
            values (:platform, :id, :number, :place, :kind, :thread, :root, :author, :brand,
              :recipient, :text, :replyTo, :at, :key, :pictures)
            """)
        .param("platform", platform.id())
        .param("id", entry.id())
        .param("number", entry.number())
        .param("place", entry.place())
        .param("kind", entry.kind().name())
        .param("thread", entry.threadId())
        .param("root", entry.rootId())
        .param("author", entry.authorId())
        .param("brand", entry.byBrand())
        .param("recipient", entry.recipientId())
        .param("text", Json.escape(entry.text()))
        .param("replyTo", entry.replyTo())
        .param("at", Times.sql(entry.at()))
        .param("key", entry.onceKey())
        .param("pictures", String.join(" ", entry.pictures()))
        .update();
    effects.note(
        platform,
        "MESSAGE",
        entry.id(),
        Json.object()
            .put("text", entry.text())
            .put("to", entry.recipientId())
            .put("replyTo", entry.replyTo())
            .put("postId", entry.threadId())
            .put("at", entry.at().toString()));
    return entry;
  }

  public Optional<Entry> find(Platform platform, String id) {
    return jdbc.sql("select * from sandbox_entry where platform = :platform and entry_id = :id")
        .param("platform", platform.id())
        .param("id", id)
        .query(Entries::read)
        .optional();
  }

  /**
   * The message that a user answers.
   *
   * @param threadId where he writes
   * @throws Objection 400 when it does not stand there
   */
  public Entry answered(Platform platform, String id, String threadId) {
    return find(platform, id)
        .filter(entry -> !entry.deleted() && threadId.equals(entry.threadId()))
        .orElseThrow(() -> new Objection(400, "Здесь нет сообщения " + id));
  }

  /**
   * The newest {@code limit} messages of one post or chat in the order of writing, deleted ones
   * included.
   */
  public List<Entry> thread(Platform platform, Kind kind, String threadId, int limit) {
    return jdbc.sql(
            """
            select * from (select * from sandbox_entry
              where platform = :platform and thread_id = :thread and kind = :kind
              order by seq desc limit :limit) as newest
            order by seq
            """)
        .param("limit", limit)
        .param("platform", platform.id())
        .param("thread", threadId)
        .param("kind", kind.name())
        .query(Entries::read)
        .list();
  }

  /** The newest {@code limit} messages in the order of writing. */
  public List<Entry> newest(Platform platform, int limit) {
    return jdbc.sql(
            """
            select * from (select * from sandbox_entry where platform = :platform order by seq desc limit :limit) as newest
            order by seq
            """)
        .param("platform", platform.id())
        .param("limit", limit)
        .query(Entries::read)
        .list();
  }

  public boolean hasWritten(Platform platform, Kind kind, String authorId) {
    return jdbc.sql(
            """
            select exists (select 1 from sandbox_entry
              where platform = :platform and author_id = :author and kind = :kind)
            """)
        .param("platform", platform.id())
        .param("author", authorId)
        .param("kind", kind.name())
        .query(Boolean.class)
        .single();
  }

  public void edit(Platform platform, String id, String text, Instant at) {
    jdbc.sql(
            """
            update sandbox_entry set text = :text, edited_at = :at
            where platform = :platform and entry_id = :id
            """)
        .param("platform", platform.id())
        .param("id", id)
        .param("text", Json.escape(text))
        .param("at", Times.sql(at))
        .update();
    effects.note(platform, "EDIT", id, Json.object().put("text", text));
  }

  public void mark(Platform platform, String id, boolean deleted) {
    jdbc.sql(
            """
            update sandbox_entry set deleted = :deleted
            where platform = :platform and entry_id = :id
            """)
        .param("platform", platform.id())
        .param("id", id)
        .param("deleted", deleted)
        .update();
    effects.note(platform, deleted ? "DELETE" : "RESTORE", id, Json.object());
  }

  public void hide(Platform platform, String id, boolean hidden) {
    jdbc.sql(
            """
            update sandbox_entry set hidden = :hidden
            where platform = :platform and entry_id = :id
            """)
        .param("platform", platform.id())
        .param("id", id)
        .param("hidden", hidden)
        .update();
    effects.note(platform, hidden ? "HIDE" : "UNHIDE", id, Json.object());
  }

  /** Deletes all that the author has written of that kind. */
  public void deleteAllBy(Platform platform, Kind kind, String authorId) {
    jdbc.sql(
            """
            update sandbox_entry set deleted = true
            where platform = :platform and author_id = :author and kind = :kind
            """)
        .param("platform", platform.id())
        .param("author", authorId)
        .param("kind", kind.name())
        .update();
  }

  private static Entry read(ResultSet row, int index) throws SQLException {
    String pictures = row.getString("pictures");
    return new Entry(
        row.getString("entry_id"),
        row.getLong("number"),
        row.getLong("place"),
        Kind.valueOf(row.getString("kind")),
        row.getString("thread_id"),
        row.getString("root_id"),
        row.getString("author_id"),
        row.getBoolean("by_brand"),
        row.getString("recipient_id"),
        Json.unescape(row.getString("text")),
        row.getString("reply_to"),
        Times.read(row, "at"),
        Times.read(row, "edited_at"),
        row.getBoolean("deleted"),
        row.getString("once_key"),
        pictures.isEmpty() ? List.of() : List.of(pictures.split(" ", -1)),
        row.getBoolean("hidden"));
  }
}
