package org.communitydesk.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code desk.triage.*}.
 *
 * @param trainAfter new decisions after which it learns by itself; 0 means only when told to
 * @param trainPause how long after one look for new decisions the next one follows
 */
@ConfigurationProperties("desk.triage")
record TriageProperties(
    @DefaultValue("200") int trainAfter, @DefaultValue("PT10M") Duration trainPause) {

  TriageProperties {
    if (trainAfter < 0) {
      throw new IllegalArgumentException("desk.triage.train-after is less than 0: " + trainAfter);
    }
    if (trainPause.toSeconds() < 1) {
      throw new IllegalArgumentException("desk.triage.train-pause is too short: " + trainPause);
    }
  }
}
