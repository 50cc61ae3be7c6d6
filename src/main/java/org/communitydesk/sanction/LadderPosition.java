package org.communitydesk.sanction;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The arithmetic of the ladder over the steps that count for one person. */
record LadderPosition(List<Step> steps) {

  static final int LAST = 4;

  /**
   * A step that counts.
   *
   * @param writtenAt when the offence was written that took it
   * @param knownAt since when what is written climbs; null while the person was not told
   * @param forEver a ban without an end that nobody has lifted
   * @param pending superseded: the place is taken, by no sanction yet
   */
  record Step(
      UUID id, int level, Instant writtenAt, Instant knownAt, boolean forEver, boolean pending) {}

  /**
   * Where an offence belongs.
   *
   * @param on the sanction that it stands on; empty when it climbs
   */
  record Place(int level, Optional<UUID> on) {}

  static int rung(int level) {
    return Math.min(level, LAST);
  }

  int level(Instant writtenAt) {
    return 1 + (int) steps.stream().filter(step -> isKnown(step, writtenAt)).count();
  }

  Place place(Instant writtenAt) {
    int level = level(writtenAt);
    return holder(level)
        .map(step -> new Place(step.level(), Optional.of(step.id())))
        .orElseGet(() -> new Place(level, Optional.empty()));
  }

  Optional<Step> holder(int level) {
    return steps.stream()
        .filter(step -> step.level() == level && !step.pending())
        .reduce((a, b) -> b)
        .or(
            () ->
                steps.stream()
                    .filter(step -> step.forEver() && !step.pending() && step.level() < level)
                    .max(Comparator.comparingInt(Step::level)));
  }

  Optional<Step> vacant(int level, UUID rather) {
    return steps.stream()
        .filter(step -> step.pending() && step.level() == level)
        .max(Comparator.comparing(step -> step.id().equals(rather)));
  }

  /** The steps above one that counts no more, and the lower levels to which they fall. */
  Map<Step, Integer> fallen(int above) {
    Map<Step, Integer> fallen = new LinkedHashMap<>();
    for (Step step : steps) {
      int level =
          1
              + (int)
                  steps.stream()
                      .filter(
                          other -> other.level() < step.level() && isKnown(other, step.writtenAt()))
                      .count();
      if (step.level() > above && level < step.level()) {
        fallen.put(step, level);
      }
    }
    return fallen;
  }

  private static boolean isKnown(Step step, Instant before) {
    return step.knownAt() != null && step.knownAt().isBefore(before);
  }
}
