package org.communitydesk.sanction;

import static org.communitydesk.sanction.Sql.clean;
import static org.communitydesk.sanction.Sql.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitydesk.conversation.Platform;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on a ladder, and whom a person has said to be the same. */
@Component
class Persons {

  private final JdbcClient jdbc;
  private final boolean acrossPlatforms;

  Persons(
      JdbcClient jdbc, @Value("${desk.sanctions.across-platforms:false}") boolean acrossPlatforms) {
    this.jdbc = jdbc;
    this.acrossPlatforms = acrossPlatforms;
  }

  /** The row of that person, made when there is none. */
  long enter(Offender offender) {
    jdbc.sql(
            """
            insert into offender (platform, account, author_id) values (?, ?, ?)
            on conflict (platform, account, author_id) do nothing
            """)
        .params(
            offender.account().platform().id(),
            offender.account().name(),
            clean(offender.authorId()))
        .update();
    return id(offender).orElseThrow();
  }

  /** As {@link #enter(Offender)}, in one order for everybody: a new row is a lock too. */
  Map<Offender, Long> enter(Collection<Offender> offenders) {
    Map<Offender, Long> entered = new HashMap<>();
    offenders.stream()
        .sorted(Comparator.comparing(Offender::toString))
        .forEach(one -> entered.put(one, enter(one)));
    return entered;
  }

  Optional<Long> id(Offender offender) {
    return jdbc.sql("select id from offender where platform = ? and account = ? and author_id = ?")
        .params(
            offender.account().platform().id(),
            offender.account().name(),
            clean(offender.authorId()))
        .query(Long.class)
        .optional();
  }

  void name(long id, String name) {
    if (name != null && !name.isBlank()) {
      jdbc.sql("update offender set author_name = ? where id = ? and not forget")
          .params(clean(name), id)
          .update();
    }
  }

  /** Everybody whose sanctions count together with theirs, locked until the transaction ends. */
  List<Long> lock(long id) {
    return lock(List.of(id));
  }

  /**
   * As {@link #lock(long)}. Who needs several locks them all at once, for one after the other two
   * transactions would wait for each other.
   */
  List<Long> lock(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select id from offender where id in (:ids) order by id for update")
            .param(
                "ids", ids.stream().flatMap(id -> ladder(id).stream()).collect(Collectors.toSet()))
            .query(Long.class)
            .list();
  }

  List<Long> ladder(long id) {
    return acrossPlatforms ? component(id) : List.of(id);
  }

  boolean link(long one, long other, String who, Instant at) {
    return jdbc.sql("insert into offender_link values (?, ?, ?, ?) on conflict do nothing")
            .params(Math.min(one, other), Math.max(one, other), clean(who), utc(at))
            .update()
        > 0;
  }

  boolean unlink(long one, long other) {
    return jdbc.sql("delete from offender_link where one = ? and other = ?")
            .params(Math.min(one, other), Math.max(one, other))
            .update()
        > 0;
  }

  List<Offender> linked(long id) {
    return jdbc.sql("select * from offender where id in (:ids) and id <> :id order by id")
        .param("ids", component(id))
        .param("id", id)
        .query((row, i) -> Sql.offender(row))
        .list();
  }

  List<Long> of(Platform platform, String authorId) {
    return jdbc.sql(
            "select id from offender where platform = ? and author_id = ? order by id for update")
        .params(platform.id(), clean(authorId))
        .query(Long.class)
        .list();
  }

  List<Offender> communities(Platform platform, String authorId) {
    return jdbc.sql("select * from offender where platform = ? and author_id = ? order by id")
        .params(platform.id(), clean(authorId))
        .query((row, i) -> Sql.offender(row))
        .list();
  }

  void forget(long id) {
    jdbc.sql("update offender set forget = true, author_name = '' where id = ?").param(id).update();
    jdbc.sql("delete from offender_link where one = :id or other = :id").param("id", id).update();
    jdbc.sql("update offence set external_id = 'erased-' || id where offender_id = ?")
        .param(id)
        .update();
  }

  /** Puts a pseudonym in place of the id of a person to be forgotten, unless a ban needs it. */
  void hide(long id) {
    int hidden =
        jdbc.sql(
                """
                update offender set author_id = ?, forget = false
                where id = ? and forget and not exists (
                  select 1 from sanction s where s.offender_id = offender.id
                    and s.measure <> 'WARNING' and s.state in ('PROPOSED', 'RUNNING'))
                """)
            .params("erased-" + UUID.randomUUID(), id)
            .update();
    if (hidden > 0) {
      jdbc.sql("update sanction set notice_external_id = null where offender_id = ?")
          .param(id)
          .update();
    }
  }

  private List<Long> component(long id) {
    return jdbc.sql(
            """
            with recursive same (id) as (
              select ?::bigint
              union
              select case when l.one = same.id then l.other else l.one end
              from offender_link l join same on same.id in (l.one, l.other))
            select id from same
            """)
        .param(id)
        .query(Long.class)
        .list();
  }
}
