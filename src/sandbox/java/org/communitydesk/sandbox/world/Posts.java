package org.communitydesk.sandbox.world;

import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The brand's posts, which users comment on. */
@Component
public class Posts {

  private final JdbcClient jdbc;

  Posts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(Platform platform, Post post) {
    jdbc.sql(
            """
            insert into sandbox_post (platform, post_id, number, text, at)
            values (:platform, :id, :number, :text, :at)
            """)
        .param("platform", platform.id())
        .param("id", post.id())
        .param("number", post.number())
        .param("text", Json.escape(post.text()))
        .param("at", Times.sql(post.at()))
        .update();
  }

  public Optional<Post> find(Platform platform, String id) {
    return all(platform).stream().filter(post -> post.id().equals(id)).findFirst();
  }

  /** In the order of writing; the first one is the default post. */
  public List<Post> all(Platform platform) {
    return jdbc.sql("select * from sandbox_post where platform = :platform order by number")
        .param("platform", platform.id())
        .query(
            (row, i) ->
                new Post(
                    row.getString("post_id"),
                    row.getLong("number"),
                    Json.unescape(row.getString("text")),
                    Times.read(row, "at")))
        .list();
  }
}
