package org.communitydesk.intake;

import java.util.List;
import org.communitydesk.conversation.Platform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for operators. */
@RestController
@RequestMapping("/api/inbox")
class InboxController {

  private static final int LONGEST_PAGE = 1000;

  private final InboxPages pages;
  private final Inbox inbox;
  private final InboxDispatcher inboxDispatcher;

  InboxController(InboxPages pages, Inbox inbox, InboxDispatcher inboxDispatcher) {
    this.pages = pages;
    this.inbox = inbox;
    this.inboxDispatcher = inboxDispatcher;
  }

  @GetMapping
  List<InboxPages.Line> list(
      @RequestParam(defaultValue = "") String platform,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "100") String limit,
      @RequestParam(defaultValue = "") String after) {
    String wantedPlatform =
        platform.isEmpty()
            ? null
            : Platform.of(platform)
                .orElseThrow(() -> bad("There is no platform '" + platform + "'"))
                .id();
    long most = number("limit", limit);
    if (most > LONGEST_PAGE) {
      throw bad("limit is at most " + LONGEST_PAGE);
    }
    return pages.newestFirst(
        wantedPlatform,
        state.isEmpty() ? null : state(state),
        after.isEmpty() ? Long.MAX_VALUE : number("after", after),
        (int) most);
  }

  @PostMapping("/{id}/retry")
  ResponseEntity<Void> retry(@PathVariable String id) {
    long row = number("id", id);
    if (!inbox.release(row)) {
      HttpStatus status = pages.has(row) ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND;
      throw problem(status, "The inbox holds no parked row " + row);
    }
    inboxDispatcher.wake();
    return ResponseEntity.noContent().build();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> explain(ErrorResponseException problem) {
    return ResponseEntity.status(problem.getStatusCode()).body(problem.getBody());
  }

  private static State state(String state) {
    for (State known : State.values()) {
      if (known.name().equals(state)) {
        return known;
      }
    }
    throw bad("There is no state '" + state + "'");
  }

  private static long number(String name, String value) {
    try {
      long number = Long.parseLong(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw bad(name + " must be a positive whole number");
  }

  private static ErrorResponseException bad(String detail) {
    return problem(HttpStatus.BAD_REQUEST, detail);
  }

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, PostgresText.of(detail)), null);
  }
}
