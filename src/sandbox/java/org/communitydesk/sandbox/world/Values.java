package org.communitydesk.sandbox.world;

import java.util.Optional;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single facts about a platform, for example that its token has expired. */
@Component
public class Values {

  private final JdbcClient jdbc;

  Values(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<String> get(Platform platform, String name) {
    return jdbc.sql("select value from sandbox_value where platform = :platform and name = :name")
        .param("platform", platform.id())
        .param("name", name)
        .query(String.class)
        .optional();
  }

  public void set(Platform platform, String name, String value) {
    jdbc.sql(
            """
            insert into sandbox_value (platform, name, value) values (:platform, :name, :value)
            on conflict (platform, name) do update set value = excluded.value
            """)
        .param("platform", platform.id())
        .param("name", name)
        .param("value", value)
        .update();
  }

  public void remove(Platform platform, String name) {
    jdbc.sql("delete from sandbox_value where platform = :platform and name = :name")
        .param("platform", platform.id())
        .param("name", name)
        .update();
  }
}
