package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.communitydesk.access.Access;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.contactcenter.Answers;
import org.communitydesk.contactcenter.OpenRequest;
import org.communitydesk.contactcenter.RequestProcess;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.contactcenter.Unsettled;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ContactCenterController {

  private final Access access;
  private final CaseFiles files;
  private final Requests requests;
  private final Answers answers;
  private final RequestProcess requestProcess;

  ContactCenterController(
      Access access,
      CaseFiles files,
      Requests requests,
      Answers answers,
      RequestProcess requestProcess) {
    this.access = access;
    this.files = files;
    this.requests = requests;
    this.answers = answers;
    this.requestProcess = requestProcess;
  }

  record Withdrawn(int withdrawn) {}

  record Assignment(long requestId) {}

  record Assigned(Answers.State state) {}

  @Operation(summary = "The matter has settled itself: the case's open questions are withdrawn")
  @PostMapping("/api/appeals/{caseId}/contact-center/withdraw")
  @Transactional
  public Withdrawn withdraw(@PathVariable String caseId, Authentication person) {
    if (files.find(caseId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no appeal " + caseId);
    }
    access.requireCase(person, caseId);
    List<Long> open = requests.open(caseId);
    if (open.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "Контактный центр сейчас не отвечает на вопрос по этому обращению");
    }
    open.forEach(requestProcess::withdrawn);
    return new Withdrawn(open.size());
  }

  @Operation(summary = "Answers from outside that found no request, and why; newest first")
  @GetMapping("/api/contact-center/answers")
  List<Unsettled> unsettled() {
    return answers.sortOut();
  }

  @Operation(summary = "Questions that went outside and wait for an answer; the soonest due first")
  @GetMapping(path = "/api/contact-center/requests", params = "open")
  List<OpenRequest> openRequests() {
    return requests.open();
  }

  @Operation(summary = "A person says which request an answer belongs to")
  @PostMapping("/api/contact-center/answers/{id}/assign")
  Assigned assign(@PathVariable long id, @RequestBody Assignment to, Principal person) {
    return answers
        .assign(id, person.getName(), to.requestId())
        .map(Assigned::new)
        .orElseThrow(ContactCenterController::gone);
  }

  @Operation(summary = "A person says that it is no answer")
  @PostMapping("/api/contact-center/answers/{id}/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void dismiss(@PathVariable long id, Principal person) {
    if (!answers.dismiss(id, person.getName())) {
      throw gone();
    }
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "Такого неразобранного ответа или такого запроса нет");
  }
}
