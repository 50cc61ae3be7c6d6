package org.communitydesk.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The faults that are ordered and have not happened yet. */
@Component
public class Faults {

  private static final String EXPIRED = "token expired";
  private static final String RENEWALS = "token renewals";

  private final JdbcClient jdbc;
  private final Values values;
  private final Counters counters;

  Faults(JdbcClient jdbc, Values values, Counters counters) {
    this.jdbc = jdbc;
    this.values = values;
    this.counters = counters;
  }

  public void order(Platform platform, Fault fault, int times) {
    if (fault == Fault.TOKEN_EXPIRED) {
      values.set(platform, EXPIRED, "yes");
      return;
    }
    jdbc.sql(
            """
            insert into sandbox_fault (platform, kind, remaining)
            values (:platform, :kind, :times)
            """)
        .param("platform", platform.id())
        .param("kind", fault.name())
        .param("times", times)
        .update();
  }

  /** The fault that the call must show: the oldest ordered one that it can show. Uses it up. */
  public Optional<Fault> take(Platform platform, Set<Fault> possible) {
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            update sandbox_fault set remaining = remaining - 1
            where seq = (select min(seq) from sandbox_fault
              where platform = :platform and remaining > 0 and kind in (:possible))
            returning kind
            """)
        .param("platform", platform.id())
        .param("possible", possible.stream().map(Enum::name).toList())
        .query(String.class)
        .optional()
        .map(Fault::valueOf);
  }

  public boolean tokenExpired(Platform platform) {
    return values.get(platform, EXPIRED).isPresent();
  }

  public void renewToken(Platform platform) {
    values.remove(platform, EXPIRED);
    counters.next(platform, RENEWALS, 1);
  }

  /** How often the token has been renewed: sessions made with an older one are void. */
  public long renewals(Platform platform) {
    return counters.last(platform, RENEWALS);
  }

  /** What is still to come, with the number of times. */
  public Map<Fault, Integer> open(Platform platform) {
    Map<Fault, Integer> open = new LinkedHashMap<>();
    jdbc.sql(
            """
            select kind, sum(remaining)::int as remaining from sandbox_fault
            where platform = :platform and remaining > 0 group by kind order by min(seq)
            """)
        .param("platform", platform.id())
        .query((row, i) -> open.put(Fault.valueOf(row.getString("kind")), row.getInt("remaining")))
        .list();
    return open;
  }
}
