package org.communitydesk.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.communitydesk.database.Patience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away rows that belong to no appeal and have been kept long enough. */
@Component
@Transactional
public class Expiry {

  private static final int PART = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Patience patience;
  private final List<Ageing> all;

  Expiry(JdbcClient jdbc, Clock clock, Patience patience, List<KeepsForATime> rooms) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.patience = patience;
    this.all =
        rooms.stream()
            .flatMap(room -> room.ageing().stream())
            .sorted(Comparator.comparing(Ageing::matter))
            .toList();
  }

  /**
   * The matter that follows one and has something that was kept for a day at least.
   *
   * @param matter empty for the first
   */
  public Optional<String> after(String matter) {
    patience.longest();
    return all.stream()
        .filter(one -> one.matter().compareTo(matter) > 0)
        .filter(this::isAny)
        .map(Ageing::matter)
        .findFirst();
  }

  private boolean isAny(Ageing ageing) {
    return jdbc.sql(ageing.found())
        .param("before", before(Duration.ofDays(1)))
        .query(Boolean.class)
        .single();
  }

  private OffsetDateTime before(Duration kept) {
    return clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
  }

  /**
   * Takes away some of what has been kept for longer.
   *
   * @return whether there may be more
   * @throws IllegalArgumentException when there is no such matter
   */
  public boolean erase(String matter, Duration kept) {
    Ageing ageing =
        all.stream()
            .filter(one -> one.matter().equals(matter))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No matter " + matter));
    patience.longest();
    return jdbc.sql(ageing.taken()).param("before", before(kept)).param("most", PART).update()
        == PART;
  }
}
