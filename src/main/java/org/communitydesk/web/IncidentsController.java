package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.ClientErrorException;
import java.security.Principal;
import java.util.List;
import org.communitydesk.problem.CommonAnswers;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.ProblemProcess;
import org.communitydesk.problem.Problems;
import org.communitydesk.web.ProblemResource.Order;
import org.communitydesk.web.ProblemResource.Seen;
import org.communitydesk.web.ProblemResource.Shown;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/incidents")
class IncidentsController {

  private static final int MOST_TEXT = 4_000;
  private static final int MOST_CASES = 400;

  private final Problems problems;
  private final CommonAnswers answers;
  private final ProblemProcess matters;
  private final Engine engine;
  private final TransactionTemplate together;

  IncidentsController(
      Problems problems,
      CommonAnswers answers,
      ProblemProcess matters,
      Engine engine,
      PlatformTransactionManager transactions) {
    this.problems = problems;
    this.answers = answers;
    this.matters = matters;
    this.engine = engine;
    this.together = new TransactionTemplate(transactions);
  }

  @Operation(summary = "What many people write about, newest first, with how the answer goes out")
  @GetMapping
  List<Shown> list(
      @RequestParam(required = false) Problem.State state,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return problems.list(limit).stream()
        .filter(problem -> state == null || problem.state() == state)
        .map(this::shown)
        .toList();
  }

  @Operation(summary = "One incident with its cases")
  @GetMapping("/{id}")
  Shown one(@PathVariable long id) {
    return shown(find(id));
  }

  @Operation(summary = "How the text reads for each case, and who would not get it; sends nothing")
  @PostMapping("/{id}/preview")
  List<Seen> preview(@PathVariable long id, @RequestBody Order order) {
    find(id);
    return answers.preview(id, text(order), order.caseIds()).stream().map(Seen::of).toList();
  }

  @Operation(summary = "Submits the task in which the common answer is written")
  @PostMapping("/{id}/answer")
  Shown answer(@PathVariable long id, @RequestBody Order order) {
    find(id);
    String text = text(order);
    if (order.caseIds() == null || order.caseIds().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Выберите хотя бы одно обращение");
    }
    if (order.caseIds().size() > MOST_CASES) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Обращений за один раз должно быть не больше " + MOST_CASES);
    }
    if (!engine.answerIncident(id, text, order.caseIds())) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "Сейчас ответа на эту проблему не ждут: он уже передан");
    }
    return shown(find(id));
  }

  @Operation(summary = "No further case gets the answer; what went out stays out")
  @PostMapping("/{id}/stop")
  Shown stop(@PathVariable long id, Principal person) {
    find(id);
    together.executeWithoutResult(
        transaction -> {
          if (problems.lock(id).state() != Problem.State.SENDING) {
            throw new ResponseStatusException(
                HttpStatus.CONFLICT, "Общий ответ сейчас не рассылается");
          }
          problems.stop(id, "Рассылку остановили (" + person.getName() + ").");
          matters.stopped(id);
        });
    return shown(find(id));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(ClientErrorException refused) {
    HttpStatus status = HttpStatus.valueOf(refused.getResponse().getStatus());
    return ResponseEntity.status(status)
        .body(ProblemDetail.forStatusAndDetail(status, refused.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unusable(IllegalArgumentException bad) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.getMessage());
  }

  private Shown shown(Problem problem) {
    return Shown.of(problem, problems.cases(problem.id()));
  }

  private Problem find(long id) {
    return problems
        .find(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident " + id));
  }

  private static String text(Order order) {
    if (order.text() == null || order.text().isBlank() || order.text().length() > MOST_TEXT) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Общий ответ пуст или длиннее " + MOST_TEXT + " знаков");
    }
    return order.text().replace('\u0000', '\uFFFD');
  }
}
