package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.communitydesk.access.Access;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Records;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.web.AppealResource.Appeal;
import org.communitydesk.web.SanctionResource.Broken;
import org.communitydesk.web.SanctionResource.Drifted;
import org.communitydesk.web.SanctionResource.Person;
import org.communitydesk.web.SanctionResource.Shown;
import org.communitydesk.web.SanctionResource.Someone;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/people/{platform}/{authorId}")
class PeopleController {

  private static final int MOST_APPEALS = 1000;
  private static final int MOST_DRIFTS = 100;

  private final Access access;
  private final CaseFiles files;
  private final Conversations conversations;
  private final Ladder ladder;
  private final Records records;
  private final BanDiscrepancies banDiscrepancies;

  PeopleController(
      Access access,
      CaseFiles files,
      Conversations conversations,
      Ladder ladder,
      Records records,
      BanDiscrepancies banDiscrepancies) {
    this.access = access;
    this.files = files;
    this.conversations = conversations;
    this.ladder = ladder;
    this.records = records;
    this.banDiscrepancies = banDiscrepancies;
  }

  @Operation(summary = "What we know of a person: appeals, offences, measures, linked accounts")
  @GetMapping
  Person card(@PathVariable String platform, @PathVariable String authorId, Authentication viewer) {
    Platform known = SanctionsController.platform(platform);
    Person all = card(known, authorId);
    if (access.seesEverybody(viewer)) {
      return all;
    }
    Person seen =
        all.through(access.seenPersonsOf(viewer, all.appeals().stream().map(Appeal::caseId)));
    if (seen.appeals().isEmpty()) {
      throw Access.refused("По обращениям этого человека вас не спрашивали");
    }
    return seen;
  }

  private Person card(Platform known, String authorId) {
    List<CaseFile> cases = casesOf(known, authorId);
    List<Offender> communities = records.communities(known, authorId);
    if (cases.isEmpty() && communities.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "Nobody knows " + authorId + " on " + known.id());
    }
    List<Offence> offences =
        communities.stream().flatMap(one -> ladder.offences(one).stream()).toList();
    List<Sanction> measures =
        communities.stream()
            .flatMap(one -> ladder.of(one).stream())
            .sorted(Comparator.comparing(Sanction::createdAt).reversed())
            .toList();
    return new Person(
        known.id(),
        authorId,
        nameOf(cases, offences),
        cases.stream().map(file -> Appeal.of(file, conversations.of(file.caseId()))).toList(),
        offences.stream()
            .sorted(Comparator.comparing(Offence::recordedAt).reversed())
            .map(one -> Broken.of(one, records.evidence(one.id()).orElse(null)))
            .toList(),
        measures.stream().map(Shown::of).toList(),
        banDiscrepancies.search(known, authorId, false, MOST_DRIFTS).stream()
            .map(Drifted::of)
            .toList(),
        communities.stream()
            .flatMap(one -> ladder.linked(one).stream())
            .distinct()
            .map(Someone::of)
            .toList());
  }

  @Operation(summary = "Somebody says that two accounts are the same person's")
  @PutMapping("/links/{otherPlatform}/{otherAuthorId}")
  List<Someone> link(
      @PathVariable String platform,
      @PathVariable String authorId,
      @PathVariable String otherPlatform,
      @PathVariable String otherAuthorId,
      Principal person) {
    Offender one = offender(platform, authorId);
    Offender other = offender(otherPlatform, otherAuthorId);
    if (one.equals(other)) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Нельзя связать человека с самим собой");
    }
    ladder.link(one, other, person.getName());
    return ladder.linked(one).stream().map(Someone::of).toList();
  }

  @Operation(summary = "Takes the link back")
  @DeleteMapping("/links/{otherPlatform}/{otherAuthorId}")
  List<Someone> unlink(
      @PathVariable String platform,
      @PathVariable String authorId,
      @PathVariable String otherPlatform,
      @PathVariable String otherAuthorId,
      Principal person) {
    Offender one = offender(platform, authorId);
    ladder.unlink(one, offender(otherPlatform, otherAuthorId), person.getName());
    return ladder.linked(one).stream().map(Someone::of).toList();
  }

  /** Links name no community: it is the first in which the ladder or an appeal knows the person. */
  private Offender offender(String platform, String authorId) {
    Platform known = SanctionsController.platform(platform);
    return Stream.concat(
            records.communities(known, authorId).stream(),
            casesOf(known, authorId).stream().map(file -> new Offender(file.account(), authorId)))
        .findFirst()
        .orElseGet(() -> new Offender(new Account(known, "main"), authorId));
  }

  private List<CaseFile> casesOf(Platform platform, String authorId) {
    return files.search(null, platform, authorId, null, false, MOST_APPEALS).stream()
        .filter(file -> file.author().id().equals(authorId))
        .toList();
  }

  private static String nameOf(List<CaseFile> cases, List<Offence> offences) {
    return Stream.concat(
            cases.stream().map(file -> file.author().name()),
            offences.stream().map(Offence::authorName))
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse("");
  }
}
