package org.communitydesk.channelhealth;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.communitydesk.channel.Capabilities.Rate;
import org.communitydesk.channel.Channel;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.springframework.stereotype.Component;

/** How many writing calls an account may still make, counted over all nodes. */
@Component
class Budgets {

  private final ProxyManager<String> buckets;

  Budgets(DataSource database, Clock clock) {
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("rate_budget")
            .clientClock(new Time(clock))
            .build();
  }

  /**
   * A budget is used up.
   *
   * @param pause until there is one call again
   * @param apart how long each further one takes
   */
  record Over(Duration pause, Duration apart) {}

  private record Time(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return Math.multiplyExact(clock.millis(), 1_000_000L);
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /**
   * Takes one call from each budget that counts for that kind of message, or from none.
   *
   * @param kind null when it is no reply
   * @return empty when it was taken
   */
  Optional<Over> take(Channel channel, Kind kind) {
    List<BucketProxy> taken = new ArrayList<>();
    for (Rate rate : channel.capabilities().rates()) {
      if (rate.of() == null || rate.of() == kind) {
        BucketProxy bucket = bucket(channel.account(), rate);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
          taken.forEach(other -> other.addTokens(1));
          return Optional.of(
              new Over(
                  Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())),
                  rate.per().dividedBy(rate.calls())));
        }
        taken.add(bucket);
      }
    }
    return Optional.empty();
  }

  /** How many calls of that rate are left now. */
  long left(Account account, Rate rate) {
    return bucket(account, rate).getAvailableTokens();
  }

  // another rate has another row: what the matrix says counts at once
  private BucketProxy bucket(Account account, Rate rate) {
    String id =
        "%s/%s/%d/%s"
            .formatted(account, rate.of() == null ? "ALL" : rate.of(), rate.calls(), rate.per());
    return buckets
        .builder()
        .build(
            id,
            () ->
                BucketConfiguration.builder()
                    .addLimit(
                        limit ->
                            limit.capacity(rate.calls()).refillGreedy(rate.calls(), rate.per()))
                    .build());
  }
}
