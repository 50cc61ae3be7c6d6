package org.communitydesk.process.sanction;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.BanDiscrepancy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Готовит форму о расхождении: кто, что говорит лестница, что говорит платформа, с каких пор.")
class PrepareDriftForm implements TaskListener {

  private final BanDiscrepancies banDiscrepancies;
  private final Ladder ladder;

  PrepareDriftForm(BanDiscrepancies banDiscrepancies, Ladder ladder) {
    this.banDiscrepancies = banDiscrepancies;
    this.ladder = ladder;
  }

  @Override
  public void notify(DelegateTask task) {
    BanDiscrepancy banDiscrepancy = banDiscrepancies.find(Variables.DRIFT_ID.in(task));
    task.getExecution().removeVariable(Variables.DRIFT_DECISION.name());
    banDiscrepancies.move(banDiscrepancy.id(), BanDiscrepancy.State.OPEN, null);
    Variables.HEADER.setLocal(
        task,
        banDiscrepancy.offender().account().platform().title()
            + " · блокировка · "
            + name(banDiscrepancy));
    Instant dueAt = Variables.DUE_AT.find(task).orElse(null);
    Variables.DEADLINE_TEXT.setLocal(task, dueAt == null ? "" : MoscowTime.momentOfYear(dueAt));
    Variables.PROBLEM.setLocal(
        task, Variables.ACT_REASON.find(task).map(FormSheet::fits).orElse(""));
    Variables.DRIFT_TEXT.setLocal(task, FormSheet.fits(text(banDiscrepancy)));
    Variables.DRIFT_CHOICES.setLocal(task, choices(banDiscrepancy));
  }

  private String text(BanDiscrepancy banDiscrepancy) {
    return String.join(
        "\n",
        "Кто: " + name(banDiscrepancy) + " (id " + banDiscrepancy.offender().authorId() + ").",
        "По лестнице мер: " + ladderSays(banDiscrepancy),
        "На платформе: " + platformSays(banDiscrepancy),
        "Замечено: " + MoscowTime.momentOfYear(banDiscrepancy.foundAt()) + ".");
  }

  private String ladderSays(BanDiscrepancy banDiscrepancy) {
    Optional<Sanction> measure = Optional.ofNullable(banDiscrepancy.sanctionId()).map(ladder::find);
    return measure
        .map(
            one ->
                "действует "
                    + MeasureWords.of(one)
                    + (one.until() == null ? "" : ", до " + MoscowTime.momentOfYear(one.until()))
                    + (one.violation() == null
                        ? "."
                        : ". Нарушение: " + one.violation().title() + "."))
        .orElse("человек не заблокирован.");
  }

  private static String platformSays(BanDiscrepancy banDiscrepancy) {
    if (banDiscrepancy.kind() == BanDiscrepancy.Kind.LIFTED) {
      return "человек не заблокирован. Блокировку сняли мимо программы.";
    }
    String what = banDiscrepancy.mute() ? "человеку запрещено писать" : "человек заблокирован";
    return what
        + (banDiscrepancy.since() == null
            ? ""
            : " с " + MoscowTime.momentOfYear(banDiscrepancy.since()))
        + (banDiscrepancy.until() == null
            ? ", срок не указан"
            : ", до " + MoscowTime.momentOfYear(banDiscrepancy.until()))
        + ". Это сделали мимо программы.";
  }

  private static String choices(BanDiscrepancy banDiscrepancy) {
    return banDiscrepancy.kind() == BanDiscrepancy.Kind.LIFTED
        ? "Принять: мера закончится и у нас. Вернуть: заблокируем снова, на оставшийся срок."
        : "Принять: запишем как блокировку, поставленную на платформе; ступень лестницы не меняется."
            + " Вернуть: разблокируем.";
  }

  private static String name(BanDiscrepancy banDiscrepancy) {
    return banDiscrepancy.authorName().isEmpty()
        ? banDiscrepancy.offender().authorId()
        : banDiscrepancy.authorName();
  }
}
