package org.communitydesk.sanction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ladder of one person as plain lists: a step's rung is its place in the list, and taking one
 * out moves those above down.
 */
class Played {

  final List<Step> steps = new ArrayList<>();
  final Map<Long, Offence> loose = new HashMap<>();

  static class Step {
    final Set<Long> offences = new TreeSet<>();
    String sanction;
    boolean forEver;
    Instant told;
  }

  record Offence(long id, Instant writtenAt, int level) {}

  static int rung(int level) {
    return Math.min(4, level);
  }

  int level(Instant writtenAt) {
    return 1
        + (int) steps.stream().filter(s -> s.told != null && s.told.isBefore(writtenAt)).count();
  }

  Optional<Step> holder(int level) {
    if (level <= steps.size() && steps.get(level - 1).sanction != null) {
      return Optional.of(steps.get(level - 1));
    }
    return steps.stream()
        .filter(s -> s.forEver && s.sanction != null && steps.indexOf(s) + 1 < level)
        .max(Comparator.comparingInt(steps::indexOf));
  }

  /** Returns the step that it stands on; empty when it climbs. */
  Optional<Step> record(long id, Instant writtenAt) {
    int level = level(writtenAt);
    Optional<Step> on = holder(level);
    on.ifPresentOrElse(
        s -> s.offences.add(id), () -> loose.put(id, new Offence(id, writtenAt, level)));
    return on;
  }

  /** Where an offence without a sanction goes, which the caller then names. */
  Step propose(long id) {
    Offence offence = loose.remove(id);
    if (offence == null) {
      return steps.stream().filter(s -> s.offences.contains(id)).findFirst().orElseThrow();
    }
    Step step =
        holder(offence.level())
            .orElseGet(
                () -> {
                  if (offence.level() > steps.size()) {
                    steps.add(new Step());
                  }
                  return steps.get(offence.level() - 1);
                });
    step.offences.add(id);
    return step;
  }

  /** Returns the sanctions that fall, and what was at their steps. */
  Map<String, Set<Long>> withdraw(long id) {
    loose.remove(id);
    Optional<Step> on = steps.stream().filter(s -> s.offences.remove(id)).findFirst();
    return on.filter(s -> s.offences.isEmpty()).map(this::take).orElse(Map.of());
  }

  Map<String, Set<Long>> take(Step gone) {
    int at = steps.indexOf(gone);
    Map<String, Set<Long>> fallen = new HashMap<>();
    steps.remove(at);
    for (int i = at; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.sanction != null && rung(i + 1) < rung(i + 2)) {
        fallen.put(step.sanction, Set.copyOf(step.offences));
        step.sanction = null;
        step.forEver = false;
      }
    }
    loose.replaceAll(
        (id, one) ->
            new Offence(id, one.writtenAt(), Math.min(one.level(), level(one.writtenAt()))));
    return fallen;
  }

  int rungOf(long id) {
    return loose.containsKey(id)
        ? rung(loose.get(id).level())
        : rung(
            1
                + steps.indexOf(
                    steps.stream().filter(s -> s.offences.contains(id)).findFirst().orElseThrow()));
  }
}
