package org.communitydesk.triage;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has been learnt, version by version, for every node. */
@Component
class Models {

  private static final int KEPT = 5;

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile Model last;

  Models(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A version that speaks. */
  record Model(
      long version, int trainedOn, double quality, Instant createdAt, Classifier classifier) {}

  /** The newest accepted version; read from the table only when it has changed. */
  @Transactional(readOnly = true)
  public Optional<Model> current() {
    Optional<Long> version =
        jdbc.sql("select max(version) from triage_model where accepted")
            .query(Long.class)
            .optional();
    Model known = last;
    if (version.isEmpty() || (known != null && known.version == version.get())) {
      return version.map(same -> known);
    }
    Optional<Model> read =
        jdbc.sql("select * from triage_model where version = ?")
            .param(version.get())
            .query(
                (row, i) ->
                    Classifier.of(row.getBytes("bytes"))
                        .map(
                            classifier -> {
                              try {
                                return new Model(
                                    row.getLong("version"),
                                    row.getInt("trained_on"),
                                    row.getDouble("quality"),
                                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                    classifier);
                              } catch (SQLException trouble) {
                                throw new IllegalStateException(trouble);
                              }
                            }))
            .single();
    read.ifPresent(model -> last = model);
    return read;
  }

  @Transactional(readOnly = true)
  public List<Training.Version> versions() {
    return jdbc.sql(
            "select created_at, trained_on, quality, accepted from triage_model"
                + " order by version desc")
        .query(
            (row, i) ->
                new Training.Version(
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getInt("trained_on"),
                    row.getDouble("quality"),
                    row.getBoolean("accepted")))
        .list();
  }

  /** When it was learnt last, whether or not that version speaks; the epoch before the first. */
  @Transactional(readOnly = true)
  public Instant lastLearnt() {
    return versions().stream().findFirst().map(Training.Version::at).orElse(Instant.EPOCH);
  }

  /** Keeps a version; those before the last five are dropped, never the one that speaks. */
  @Transactional
  public void keep(int trainedOn, double quality, boolean accepted, Classifier classifier) {
    jdbc.sql(
            """
            insert into triage_model (trained_on, quality, accepted, bytes, created_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            trainedOn,
            quality,
            accepted,
            classifier.toBytes(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            delete from triage_model where version <= (select max(version) from triage_model) - ?
              and version <> (select max(version) from triage_model where accepted)
            """)
        .param(KEPT)
        .update();
  }
}
