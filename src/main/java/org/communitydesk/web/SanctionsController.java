package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.communitydesk.access.Access;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sanction.Evidence;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.LedgerRow;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Records;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.sanction.SanctionProcess;
import org.communitydesk.web.SanctionResource.Broken;
import org.communitydesk.web.SanctionResource.Detail;
import org.communitydesk.web.SanctionResource.Event;
import org.communitydesk.web.SanctionResource.Shown;
import org.communitydesk.web.SanctionResource.Whole;
import org.communitydesk.web.SanctionResource.Why;
import org.communitydesk.web.SanctionResource.Withdrawn;
import org.communitydesk.web.SanctionResource.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class SanctionsController {

  private static final int MOST_WORDS = 10_000;
  private static final int PAGE = 1_000;

  private final Access access;
  private final Ladder ladder;
  private final Records records;
  private final ObjectProvider<SanctionProcess> matters;
  private final TransactionTemplate together;

  SanctionsController(
      Access access,
      Ladder ladder,
      Records records,
      ObjectProvider<SanctionProcess> matters,
      PlatformTransactionManager transactions) {
    this.access = access;
    this.ladder = ladder;
    this.records = records;
    this.matters = matters;
    this.together = new TransactionTemplate(transactions);
  }

  @Operation(summary = "Sanctions, newest first; after is the id of the last one read")
  @GetMapping("/api/sanctions")
  List<Shown> list(
      @RequestParam(required = false) String platform,
      @RequestParam(required = false) String authorId,
      @RequestParam(required = false) Sanction.State state,
      @RequestParam(required = false) String after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      Authentication person) {
    Platform known = platform == null ? null : platform(platform);
    List<Shown> seen = new ArrayList<>();
    String last = after;
    List<Sanction> page;
    do {
      page = records.search(known, authorId, state, last, PAGE);
      Set<String> cases = casesOf(page, person);
      page.stream().filter(one -> sees(person, one, cases)).map(Shown::of).forEach(seen::add);
      last = page.isEmpty() ? last : page.get(page.size() - 1).id();
    } while (seen.size() < limit && page.size() == PAGE);
    return seen.subList(0, Math.min(limit, seen.size()));
  }

  private Set<String> casesOf(List<Sanction> sanctions, Authentication person) {
    return access.seenPersonsOf(
        person, sanctions.stream().map(Sanction::caseId).filter(Objects::nonNull));
  }

  private boolean sees(Authentication person, Sanction sanction, Set<String> cases) {
    return access.seesEverybody(person)
        || (sanction.caseId() != null && cases.contains(sanction.caseId()));
  }

  @Operation(summary = "One sanction with its offences, their evidence and what happened to it")
  @GetMapping("/api/sanctions/{id}")
  Detail one(@PathVariable String id, Authentication person) {
    Sanction sanction = find(id);
    if (!sees(person, sanction, casesOf(List.of(sanction), person))) {
      throw Access.refused("Эта мера не по вашим обращениям");
    }
    return new Detail(
        Shown.of(sanction),
        records.offencesOf(id).stream().map(this::broken).toList(),
        records.history(id).stream().map(this::event).toList());
  }

  @Operation(summary = "Whether nobody has changed the ledger of sanctions")
  @GetMapping("/api/sanctions/ledger/check")
  Whole check() {
    return new Whole(ladder.chainIsWhole());
  }

  @Operation(summary = "The person does not agree: a supervisor who had no say in it looks again")
  @PostMapping("/api/sanctions/{id}/dispute")
  Shown dispute(@PathVariable String id, @RequestBody Words words, Principal person) {
    String text = said(words.text());
    requireStanding(id);
    if (find(id).isFromOutside()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "Эту блокировку поставили на самой платформе: старший смены может её отменить");
    }
    together.executeWithoutResult(
        transaction -> {
          ladder.disputed(id, person.getName(), text);
          matters.ifAvailable(process -> requireHeard(process.disputed(id, person.getName())));
        });
    return Shown.of(find(id));
  }

  private static void requireHeard(boolean heard) {
    if (!heard) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "Время для жалоб на эту меру прошло. Старший смены может отменить её сам");
    }
  }

  @Operation(summary = "The sanction and its offences count no more; what it did is undone")
  @PostMapping("/api/sanctions/{id}/revoke")
  Shown revoke(@PathVariable String id, @RequestBody Why reason, Principal person) {
    String why = said(reason.why());
    requireStanding(id);
    if (ladder.decidersOf(id).contains(person.getName())) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Меру отменяет тот, кто не участвовал в решении о ней");
    }
    ladder.revoke(id, person.getName(), why);
    return Shown.of(find(id));
  }

  @Operation(summary = "The offence counts no more; steps above its own fall")
  @PostMapping("/api/offences/{id}/withdraw")
  Withdrawn withdraw(@PathVariable long id, @RequestBody Why reason, Principal person) {
    String why = said(reason.why());
    if (records.offence(id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no offence " + id);
    }
    Ladder.Recount recount =
        together.execute(
            transaction -> {
              Ladder.Recount changed = ladder.withdraw(id, person.getName(), why);
              matters.ifAvailable(process -> process.recounted(changed, person.getName()));
              return changed;
            });
    return new Withdrawn(
        recount.revoked().stream().map(Shown::of).toList(),
        recount.toDecideAgain().stream().map(this::broken).toList());
  }

  static Platform platform(String id) {
    return Platform.of(id)
        .orElseThrow(
            () ->
                new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no platform " + id));
  }

  private Sanction find(String id) {
    return records
        .find(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no sanction " + id));
  }

  private void requireStanding(String id) {
    if (find(id).state() == Sanction.State.REVOKED) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "Мера уже отменена");
    }
  }

  private Broken broken(Offence offence) {
    return Broken.of(offence, records.evidence(offence.id()).orElse(null));
  }

  private Event event(LedgerRow row) {
    return Event.of(row, records.evidence(row).map(Evidence::text).orElse(null));
  }

  private static String said(String text) {
    if (text == null || text.isBlank() || text.length() > MOST_WORDS) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "The reason is missing or longer than " + MOST_WORDS + " characters");
    }
    return text;
  }
}
