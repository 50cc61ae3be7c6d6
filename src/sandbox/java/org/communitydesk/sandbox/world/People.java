package org.communitydesk.sandbox.world;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who has ever written on a simulated platform. */
@Component
public class People {

  private final JdbcClient jdbc;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the person; a blank or null name leaves a known name as it is. */
  public void meet(Platform platform, String id, String name) {
    boolean named = name != null && !name.isBlank();
    jdbc.sql(
            """
            insert into sandbox_person (platform, person_id, name) values (:platform, :id, :name)
            on conflict (platform, person_id) do update
            set name = case when :named then excluded.name else sandbox_person.name end
            """)
        .param("platform", platform.id())
        .param("id", id)
        .param("name", Json.escape(named ? name.strip() : "Пользователь " + id))
        .param("named", named)
        .update();
  }

  public Optional<Person> find(Platform platform, String id) {
    return jdbc.sql("select * from sandbox_person where platform = :platform and person_id = :id")
        .param("platform", platform.id())
        .param("id", id)
        .query((row, i) -> read(row))
        .optional();
  }

  /** The person, or a nameless one with that id. */
  public Person get(Platform platform, String id) {
    return find(platform, id).orElseGet(() -> new Person(id, "Пользователь " + id, 0));
  }

  public List<Person> all(Platform platform) {
    return jdbc.sql("select * from sandbox_person where platform = :platform")
        .param("platform", platform.id())
        .query((row, i) -> read(row))
        .list();
  }

  /** So many people read them from now on. */
  public void follow(Platform platform, String id, long followers) {
    jdbc.sql("update sandbox_person set followers = ? where platform = ? and person_id = ?")
        .params(followers, platform.id(), id)
        .update();
  }

  private static Person read(ResultSet row) throws SQLException {
    return new Person(
        row.getString("person_id"), Json.unescape(row.getString("name")), row.getLong("followers"));
  }
}
