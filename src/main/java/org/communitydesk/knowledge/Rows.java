package org.communitydesk.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.database.AdvisoryLock;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of scripts: reading, writing many at once, and keeping every version. */
@Component
class Rows {

  private static final Period FRESH = Period.ofDays(180);

  private static final String INSERT =
      """
      insert into script (key, own_key, question, answer, variants, category, subcategory, owner,
        valid_from, valid_until, links, source, state, created_at, changed_at, checked_at,
        changed_by, folded_question, folded_rest)
      values (coalesce(:key, gen_random_uuid()::text), :own, :question, :answer, :variants::jsonb,
        :category, :subcategory, :owner, :from, :until, :links::jsonb, :source, :state, :at, :at,
        :at, :by, :folded, :rest)
      """;

  private static final String UPDATE =
      """
      update script set key = coalesce(:key, key), own_key = own_key or :own, question = :question,
        answer = :answer, variants = :variants::jsonb, category = :category,
        subcategory = :subcategory, owner = :owner, valid_from = :from, valid_until = :until,
        links = :links::jsonb, source = :source, state = :state, changed_at = :at, checked_at = :at,
        changed_by = :by, folded_question = :folded, folded_rest = :rest, doubt = null,
        version = version + 1
      where id = :id
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final RowFields fields;
  private final Clock clock;

  Rows(NamedParameterJdbcTemplate jdbc, RowFields fields, Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.clock = clock;
  }

  /**
   * A row to be written.
   *
   * @param id null for a new one
   * @param key null for one that is made up, or left as it is
   * @param ownKey the key came with a file
   */
  record Write(Long id, String key, boolean ownKey, Content content, State state) {}

  /** Writes all of them and keeps the version of each; answers their ids. */
  List<Long> write(List<Write> all, String person) {
    lock();
    OffsetDateTime now = now();
    long before = last();
    List<Write> fresh = all.stream().filter(row -> row.id() == null).toList();
    List<Write> changed = all.stream().filter(row -> row.id() != null).toList();
    batch(INSERT, fresh, person, now);
    batch(UPDATE, changed, person, now);
    List<Long> ids =
        Stream.concat(
                changed.stream().map(Write::id),
                jdbc
                    .queryForList(
                        "select id from script where id > :id order by id limit :n",
                        Map.of("id", before, "n", fresh.size()),
                        Long.class)
                    .stream())
            .toList();
    keepVersions(ids);
    learnWords(ids);
    return ids;
  }

  /** Sets the state alone; answers false when there is no such script. */
  boolean set(long id, State state, String person) {
    int hit =
        jdbc.update(
            """
            update script set state = :state, version = version + (state <> :state)::int,
              changed_by = case when state <> :state then :by else changed_by end,
              changed_at = case when state <> :state then :at else changed_at end, checked_at = :at,
              doubt = null
            where id = :id
            """,
            new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("state", state.name())
                .addValue("by", person)
                .addValue("at", now()));
    keepVersions(List.of(id));
    return hit == 1;
  }

  /** Notes the case that the script came from. */
  void tie(long id, long caseId) {
    jdbc.update(
        "update script set case_id = :case where id = :id", Map.of("case", caseId, "id", id));
  }

  /** Nobody else writes until the transaction ends; otherwise two could add the same question. */
  void lock() {
    AdvisoryLock.take(JdbcClient.create(jdbc), "script");
  }

  List<Entry> select(String where, Map<String, ?> parameters) {
    MapSqlParameterSource all =
        new MapSqlParameterSource(parameters)
            .addValue("today", today())
            .addValue("long_ago", now().minus(FRESH));
    return jdbc.query(
        "select s.*, " + STALE + " as stale from script s where " + where,
        all,
        (row, i) ->
            fields.entry(
                row,
                row.getLong("id"),
                row.getString("key"),
                row.getBoolean("stale"),
                row.getString("doubt")));
  }

  /** Scripts by state, and those to be looked at again under the name STALE. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (State state : State.values()) {
      counts.put(state.name(), 0L);
    }
    jdbc.query(
        "select state, count(*) as n from script group by state",
        row -> {
          counts.put(row.getString("state"), row.getLong("n"));
        });
    counts.put(
        "STALE",
        jdbc.queryForObject(
            "select count(*) from script s where " + STALE,
            Map.of("today", today(), "long_ago", now().minus(FRESH)),
            Long.class));
    return counts;
  }

  /** True for a script that somebody should look at again; needs today and long_ago. */
  static final String STALE =
      "(s.state = 'APPROVED' and (coalesce(s.valid_until < :today, false)"
          + " or s.checked_at < :long_ago or s.doubt is not null))";

  /** True for a script that may be suggested today; needs today. */
  static final String VALID =
      "coalesce(s.valid_from <= :today, true) and coalesce(s.valid_until >= :today, true)";

  /** Who is to look at scripts again; an empty text for those that have no owner. */
  List<String> ownersOfStale() {
    return jdbc.queryForList(
        "select distinct coalesce(s.owner, '') as owner from script s where "
            + STALE
            + " order by owner",
        Map.of("today", today(), "long_ago", now().minus(FRESH)),
        String.class);
  }

  void doubt(long id, String reason) {
    jdbc.update(
        "update script set doubt = :reason where id = :id and state = 'APPROVED'",
        new MapSqlParameterSource("id", id).addValue("reason", reason));
  }

  List<Entry> versions(long id) {
    return jdbc.query(
        """
        select v.*, s.key from script_version v join script s on s.id = v.script_id
        where script_id = :id order by v.version desc
        """,
        Map.of("id", id),
        (row, i) -> fields.entry(row, id, row.getString("key"), false, null));
  }

  /** The day in Moscow. */
  LocalDate today() {
    return MoscowTime.dayOf(clock.instant());
  }

  OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private long last() {
    return jdbc.queryForObject("select coalesce(max(id), 0) from script", Map.of(), Long.class);
  }

  private void batch(String sql, List<Write> rows, String person, OffsetDateTime now) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          sql,
          rows.stream()
              .map(row -> fields.of(row, person, now))
              .toArray(MapSqlParameterSource[]::new));
    }
  }

  private void keepVersions(List<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.update(
          """
          insert into script_version
          select id, version, question, answer, variants, category, subcategory, owner, valid_from,
            valid_until, links, source, state, changed_at, changed_by
          from script where id in (:ids) on conflict do nothing
          """,
          Map.of("ids", ids));
    }
  }

  private void learnWords(List<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.update(
          """
          insert into script_word as known (word, lexeme, entries)
          select word, lexeme, entries from (
            select word, (tsvector_to_array(to_tsvector('russian', word)))[1] as lexeme, entries
            from (
              select word, count(distinct id) as entries
              from script, regexp_split_to_table(folded_question || ' ' || folded_rest, ' +') word
              where id in (:ids) group by word
            ) counted
          ) stemmed where lexeme is not null order by word
          on conflict (word) do update set entries = known.entries + excluded.entries
          """,
          Map.of("ids", ids));
    }
  }
}
