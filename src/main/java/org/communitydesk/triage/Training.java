package org.communitydesk.triage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.communitydesk.triage.Models.Model;
import org.springframework.stereotype.Component;

/** Learns from the decisions; what does worse than before is kept, but does not speak. */
@Component
public class Training {

  /** The quality may fall by that much among lessons that the last version had as well. */
  private static final double MAY_FALL = 0.03;

  /** New lessons may be harder than the old ones, but hardly so much. */
  private static final double MAY_FALL_IN_ALL = 0.2;

  private final Decisions decisions;
  private final Models models;
  private final ReentrantLock one = new ReentrantLock();

  Training(Decisions decisions, Models models) {
    this.decisions = decisions;
    this.models = models;
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

  /** Learns now; takes seconds, and one at a time on a node. */
  public Outcome train() {
    one.lock();
    try {
      Optional<Model> before = models.current();
      List<Lesson> lessons = decisions.lessons();
      Learner learner = Learner.learn(lessons);
      double quality = learner.quality(all -> true);
      if (Double.isNaN(quality)) {
        return outcome(before, false, null);
      }
      boolean accepted = before.map(last -> isNoWorse(learner, quality, last)).orElse(true);
      models.keep(lessons.size(), quality, accepted, learner.classifier());
      return outcome(models.current(), accepted, quality);
    } finally {
      one.unlock();
    }
  }

  private static boolean isNoWorse(Learner learner, double quality, Model last) {
    double known = learner.quality(lesson -> !lesson.at().isAfter(last.createdAt()));
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
