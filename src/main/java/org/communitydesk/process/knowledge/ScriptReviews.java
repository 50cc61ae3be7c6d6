package org.communitydesk.process.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.communitydesk.knowledge.Entry;
import org.communitydesk.knowledge.ScriptScores;
import org.communitydesk.knowledge.ScriptScores.Score;
import org.communitydesk.knowledge.Scripts;
import org.communitydesk.process.AskedDecisions;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.springframework.stereotype.Component;

/** Finds the scripts that their owners should look at again, and asks the owners. */
@Component
public class ScriptReviews {

  private static final Duration TIME_TO_REVIEW = Duration.ofDays(7);
  private static final long PRIORITY = 20;
  private static final int MOST_AT_ONCE = 50;
  private static final String SUPERVISORS = "supervisors";

  private final Scripts scripts;
  private final ScriptScores scores;
  private final DecisionService decisions;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final Clock clock;

  ScriptReviews(
      Scripts scripts,
      ScriptScores scores,
      DecisionService decisions,
      RuntimeService runtime,
      IdentityService identity,
      Clock clock) {
    this.scripts = scripts;
    this.scores = scores;
    this.decisions = decisions;
    this.runtime = runtime;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * Asks the owner's decision of every script that was used since somebody looked at it. A doubt
   * stays until somebody looks: only the latest uses are read, and those alone may say less.
   */
  public void judge() {
    scores
        .sinceChecked()
        .forEach((id, score) -> doubt(score).ifPresent(why -> scripts.doubt(id, why)));
  }

  /** Starts a review for every owner of such scripts who has none yet. */
  public void handOut() {
    scripts.ownersOfStale().stream().filter(owner -> !isReviewing(owner)).forEach(this::begin);
  }

  /** The scripts of a review, as they are now; those that are gone are missing. */
  public List<Entry> of(String scriptIds) {
    return Arrays.stream(scriptIds.split(",", -1))
        .map(Long::valueOf)
        .flatMap(id -> scripts.find(id).stream())
        .toList();
  }

  /** Somebody has found all scripts of a review right that are still to be looked at. */
  public void keep(String scriptIds, String person) {
    of(scriptIds).stream()
        .filter(Entry::stale)
        .forEach(script -> scripts.approve(script.id(), person));
  }

  private Optional<String> doubt(Score score) {
    if (score.sent() == 0) {
      return Optional.empty();
    }
    String doubt =
        decisions
            .evaluateDecisionTableByKey(
                AskedDecisions.SCRIPT_REVIEW,
                Map.of(
                    Variables.ANSWERS_SENT.name(),
                    (long) score.sent(),
                    Variables.KEPT_PERCENT.name(),
                    (long) score.kept(),
                    Variables.CAME_BACK_PERCENT.name(),
                    percent(score.cameBack(), score),
                    Variables.ESCALATED_PERCENT.name(),
                    percent(score.escalated(), score)))
            .getSingleResult()
            .getEntry(Variables.SCRIPT_DOUBT.name());
    return Optional.of(doubt).filter(why -> !why.isEmpty());
  }

  private static long percent(int part, Score score) {
    return Math.round(100.0 * part / score.sent());
  }

  private boolean isReviewing(String owner) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key(owner)).count() > 0;
  }

  private void begin(String owner) {
    runtime
        .createMessageCorrelation(Messages.SCRIPTS_STALE)
        .processInstanceBusinessKey(key(owner))
        .setVariable(Variables.SCRIPT_OWNER.name(), owner)
        .setVariable(Variables.SCRIPT_REVIEWER.name(), reviewer(owner))
        .setVariable(Variables.SCRIPT_IDS.name(), ids(scripts.staleOf(owner, MOST_AT_ONCE)))
        .setVariable(Variables.PRIORITY.name(), PRIORITY)
        .setVariable(Variables.DUE_AT.name(), Date.from(clock.instant().plus(TIME_TO_REVIEW)))
        .correlateStartMessage();
  }

  private static String ids(List<Entry> stale) {
    return stale.stream().map(one -> String.valueOf(one.id())).collect(Collectors.joining(","));
  }

  private String reviewer(String owner) {
    return identity.createUserQuery().memberOfGroup(SUPERVISORS).list().stream()
        .filter(person -> owner.equalsIgnoreCase(person.getId()) || isNamed(person, owner))
        .map(User::getId)
        .findFirst()
        .orElse(null);
  }

  private static boolean isNamed(User person, String owner) {
    String first = person.getFirstName();
    String last = person.getLastName();
    return owner.equalsIgnoreCase(first + " " + last) || owner.equalsIgnoreCase(last + " " + first);
  }

  private static String key(String owner) {
    return "scripts/" + owner;
  }
}
