package org.communitydesk.process.form;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.MeasureWords;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Drift;
import org.communitydesk.sanction.Drifts;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Готовит форму о расхождении: кто, что говорит лестница, что говорит платформа, с каких пор.")
class LayOutDrift implements TaskListener {

  private final Drifts drifts;
  private final Ladder ladder;

  LayOutDrift(Drifts drifts, Ladder ladder) {
    this.drifts = drifts;
    this.ladder = ladder;
  }

  @Override
  public void notify(DelegateTask task) {
    Drift drift = drifts.find(Variables.DRIFT_ID.in(task));
    task.getExecution().removeVariable(Variables.DRIFT_DECISION.name());
    drifts.move(drift.id(), Drift.State.OPEN, null);
    Variables.HEADER.setLocal(
        task, drift.offender().account().platform().title() + " · блокировка · " + name(drift));
    Instant dueAt = Variables.DUE_AT.find(task).orElse(null);
    Variables.DEADLINE_TEXT.setLocal(task, dueAt == null ? "" : MeasureWords.moment(dueAt));
    Variables.PROBLEM.setLocal(
        task, Variables.ACT_REASON.find(task).map(FormSheet::fits).orElse(""));
    Variables.DRIFT_TEXT.setLocal(task, FormSheet.fits(text(drift)));
    Variables.DRIFT_CHOICES.setLocal(task, choices(drift));
  }

  private String text(Drift drift) {
    return String.join(
        "\n",
        "Кто: " + name(drift) + " (id " + drift.offender().authorId() + ").",
        "По лестнице мер: " + ladderSays(drift),
        "На платформе: " + platformSays(drift),
        "Замечено: " + MeasureWords.moment(drift.foundAt()) + ".");
  }

  private String ladderSays(Drift drift) {
    Optional<Sanction> measure = Optional.ofNullable(drift.sanctionId()).map(ladder::find);
    return measure
        .map(
            one ->
                "действует "
                    + MeasureWords.of(one)
                    + (one.until() == null ? "" : ", до " + MeasureWords.moment(one.until()))
                    + (one.violation() == null
                        ? "."
                        : ". Нарушение: " + one.violation().title() + "."))
        .orElse("человек не заблокирован.");
  }

  private static String platformSays(Drift drift) {
    if (drift.kind() == Drift.Kind.LIFTED) {
      return "человек не заблокирован. Блокировку сняли мимо программы.";
    }
    String what = drift.mute() ? "человеку запрещено писать" : "человек заблокирован";
    return what
        + (drift.since() == null ? "" : " с " + MeasureWords.moment(drift.since()))
        + (drift.until() == null
            ? ", срок не указан"
            : ", до " + MeasureWords.moment(drift.until()))
        + ". Это сделали мимо программы.";
  }

  private static String choices(Drift drift) {
    return drift.kind() == Drift.Kind.LIFTED
        ? "Принять: мера закончится и у нас. Вернуть: заблокируем снова, на оставшийся срок."
        : "Принять: запишем как блокировку, поставленную на платформе; ступень лестницы не меняется."
            + " Вернуть: разблокируем.";
  }

  private static String name(Drift drift) {
    return drift.authorName().isEmpty() ? drift.offender().authorId() : drift.authorName();
  }
}
