package org.communitydesk.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.database.AdvisoryLock;
import org.communitydesk.triage.Models.Model;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Learns from the decisions; what does worse than before is kept, but does not speak. */
@Component
public class Training {

  /** The quality may fall by that much among lessons that the last version had as well. */
  private static final double MAY_FALL = 0.03;

  /** New lessons may be harder than the old ones, but hardly so much. */
  private static final double MAY_FALL_IN_ALL = 0.2;

  private static final String TURN = "triage-training";

  private final Decisions decisions;
  private final Models models;
  private final JdbcClient jdbc;

  Training(Decisions decisions, Models models, JdbcClient jdbc) {
    this.decisions = decisions;
    this.models = models;
    this.jdbc = jdbc;
  }

  /**
   * How it stands after learning.
   *
   * @param trainedOn decisions that the version that speaks has learnt from; 0 when rules speak
   * @param quality its mean F1 over decisions not learnt from, 0 to 1; null when rules speak
   * @param accepted whether what was learnt now speaks
   * @param learntQuality quality of what was learnt now; null when there was too little to learn
   */
  public record Outcome(int trainedOn, Double quality, boolean accepted, Double learntQuality) {}

  /**
   * What was learnt.
   *
   * @param trainedOn decisions learnt from
   * @param quality mean F1 over decisions not learnt from, 0 to 1
   * @param accepted whether it was good enough to speak
   */
  public record Version(Instant at, int trainedOn, double quality, boolean accepted) {}

  /** The versions that are kept, the newest first. */
  public List<Version> versions() {
    return models.versions();
  }

  /** Learns now; takes seconds, and one at a time over all nodes. */
  @Transactional
  public Outcome train() {
    AdvisoryLock.take(jdbc, TURN);
    return learn();
  }

  /**
   * Learns when people have decided that often since it was learnt last, and no node is at it.
   *
   * @param enough more than zero
   */
  @Transactional
  public Optional<Outcome> trainWhenDue(int enough) {
    return AdvisoryLock.tryToTake(jdbc, TURN) && decisions.since(models.lastLearnt()) >= enough
        ? Optional.of(learn())
        : Optional.empty();
  }

  private Outcome learn() {
    Optional<Model> before = models.current();
    List<LabeledText> lessons = decisions.lessons();
    Learner learner = Learner.learn(lessons);
    double quality = learner.quality(all -> true);
    if (Double.isNaN(quality)) {
      return outcome(before, false, null);
    }
    boolean accepted = before.map(last -> isNoWorse(learner, quality, last)).orElse(true);
    models.keep(lessons.size(), quality, accepted, learner.classifier());
    return outcome(models.current(), accepted, quality);
  }

  private static boolean isNoWorse(Learner learner, double quality, Model last) {
    double known = learner.quality(labeledText -> !labeledText.at().isAfter(last.createdAt()));
    return (Double.isNaN(known) || known >= last.quality() - MAY_FALL)
        && quality >= last.quality() - MAY_FALL_IN_ALL;
  }

  private static Outcome outcome(Optional<Model> speaking, boolean accepted, Double learnt) {
    return new Outcome(
        speaking.map(Model::trainedOn).orElse(0),
        speaking.map(Model::quality).orElse(null),
        accepted,
        learnt);
  }
}
