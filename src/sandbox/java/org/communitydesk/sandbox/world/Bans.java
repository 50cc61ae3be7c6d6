package org.communitydesk.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is banned where and until when. */
@Component
public class Bans {

  private final JdbcClient jdbc;
  private final Effects effects;

  Bans(JdbcClient jdbc, Effects effects) {
    this.jdbc = jdbc;
    this.effects = effects;
  }

  /** A second ban of the same user replaces the first. */
  public void set(Platform platform, Ban ban) {
    jdbc.sql(
            """
            insert into sandbox_ban (platform, user_id, until, at, reason, comment)
            values (:platform, :user, :until, :at, :reason, :comment)
            on conflict (platform, user_id) do update
            set until = excluded.until, at = excluded.at, reason = excluded.reason, comment = excluded.comment
            """)
        .param("platform", platform.id())
        .param("user", ban.userId())
        .param("until", Times.sql(ban.until()))
        .param("at", Times.sql(ban.at()))
        .param("reason", ban.reason())
        .param("comment", Json.escape(ban.comment()))
        .update();
    effects.note(
        platform,
        "BAN",
        ban.userId(),
        Json.object().put("until", ban.until() == null ? null : ban.until().toString()));
  }

  /** Whether there was one to lift. */
  public boolean lift(Platform platform, String userId) {
    boolean lifted =
        jdbc.sql("delete from sandbox_ban where platform = :platform and user_id = :user")
                .param("platform", platform.id())
                .param("user", userId)
                .update()
            > 0;
    if (lifted) {
      effects.note(platform, "UNBAN", userId, Json.object());
    }
    return lifted;
  }

  public Optional<Ban> find(Platform platform, String userId) {
    return all(platform).stream().filter(ban -> ban.userId().equals(userId)).findFirst();
  }

  /**
   * @param sentence why a banned user cannot write here
   * @throws Objection 409 with that sentence when the user is banned
   */
  public void mustNotHold(Platform platform, String userId, String sentence) {
    if (find(platform, userId).isPresent()) {
      throw new Objection(409, sentence);
    }
  }

  /** Lets end the bans whose term is over; returns them. */
  public List<Ban> end(Platform platform, Instant now) {
    List<Ban> over = over(platform, now);
    over.forEach(ban -> lift(platform, ban.userId()));
    return over;
  }

  public List<Ban> all(Platform platform) {
    return jdbc.sql("select * from sandbox_ban where platform = :platform order by at, user_id")
        .param("platform", platform.id())
        .query(
            (row, i) ->
                new Ban(
                    row.getString("user_id"),
                    Times.read(row, "until"),
                    Times.read(row, "at"),
                    row.getInt("reason"),
                    Json.unescape(row.getString("comment"))))
        .list();
  }

  /** The bans whose term is over and which still stand. */
  public List<Ban> over(Platform platform, Instant now) {
    return all(platform).stream()
        .filter(ban -> ban.until() != null && !ban.until().isAfter(now))
        .toList();
  }
}
