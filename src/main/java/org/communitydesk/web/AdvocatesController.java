package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.communitydesk.advocate.Advocate;
import org.communitydesk.advocate.AdvocatePost;
import org.communitydesk.advocate.AdvocateRefused;
import org.communitydesk.advocate.Advocates;
import org.communitydesk.advocate.Outcomes;
import org.communitydesk.advocate.Registration;
import org.communitydesk.conversation.Platform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/advocates")
class AdvocatesController {

  private final Advocates advocates;
  private final Clock clock;

  AdvocatesController(Advocates advocates, Clock clock) {
    this.advocates = advocates;
    this.clock = clock;
  }

  @Operation(summary = "Registers a person who agreed to speak for the brand and to say so")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Registered register(@RequestBody Entry entry, Principal person) {
    Registration given =
        new Registration(
            stripped(entry.name()),
            entry.platform() == null ? null : platform(entry.platform()),
            stripped(entry.accountId()),
            stripped(entry.disclosure()),
            Consent.from(entry.consentFrom()),
            Consent.until(entry.consentUntil()));
    return new Registered(advocates.register(given, person.getName(), clock.instant()));
  }

  @Operation(summary = "Advocates, newest first; after is the id of the last one read")
  @GetMapping
  List<Shown> list(
      @RequestParam(required = false) String platform,
      @RequestParam(required = false) Advocate.State state,
      @RequestParam(required = false) Long after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    Platform known = platform == null ? null : platform(platform);
    Instant now = clock.instant();
    Map<String, Outcomes> outcomes = advocates.outcomes();
    return advocates.all().stream()
        .filter(one -> known == null || one.platform() == known)
        .filter(one -> state == null || one.state(now) == state)
        .filter(one -> after == null || Long.parseLong(one.id()) < after)
        .sorted(Comparator.comparing((Advocate one) -> Long.valueOf(one.id())).reversed())
        .limit(limit)
        .map(one -> Shown.of(one, now, outcomes.getOrDefault(one.id(), Outcomes.NONE)))
        .toList();
  }

  @Operation(summary = "What the advocate posted to which objection, and whether it settled it")
  @GetMapping("/{id}/posts")
  List<AdvocatePost> posts(
      @PathVariable String id, @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return advocates.posts(find(id).id(), limit);
  }

  @Operation(summary = "Moves the end of the consent")
  @PutMapping("/{id}")
  Shown prolong(@PathVariable String id, @RequestBody Prolonged prolonged) {
    Instant until = Consent.until(prolonged.consentUntil());
    return shown(advocates.prolong(find(id).id(), until, clock.instant()));
  }

  @Operation(summary = "The person has withdrawn their consent; the row and the posts stay")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable String id, Principal person) {
    advocates.withdraw(find(id).id(), person.getName(), clock.instant());
  }

  @ExceptionHandler
  ProblemDetail refused(AdvocateRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("Адвокат не принят");
    problem.setProperty("field", refused.field());
    return problem;
  }

  private Advocate find(String id) {
    return advocates
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет адвоката " + id));
  }

  private Shown shown(Advocate advocate) {
    Outcomes outcomes = advocates.outcomes().getOrDefault(advocate.id(), Outcomes.NONE);
    return Shown.of(advocate, clock.instant(), outcomes);
  }

  private static Platform platform(String id) {
    return Platform.of(id)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "Поле platform: нет площадки " + id));
  }

  private static String stripped(String text) {
    return text == null ? null : text.strip();
  }

  /** What a supervisor enters. */
  record Entry(
      String name,
      @Schema(description = "In lower case, for example vk") String platform,
      @Schema(description = "The person's own account there") String accountId,
      @Schema(description = "The sentence that every post of theirs holds; names tie and brand")
          String disclosure,
      @Schema(description = "A day of Moscow or an instant") String consentFrom,
      @Schema(description = "The last day, or an instant; after consentFrom")
          String consentUntil) {}

  record Prolonged(String consentUntil) {}

  record Registered(String advocateId) {}

  /** One row of the register; consentUntil is the instant at which the consent ends. */
  record Shown(
      String id,
      String name,
      String platform,
      String platformTitle,
      String accountId,
      String disclosure,
      Instant consentFrom,
      Instant consentUntil,
      Instant withdrawnAt,
      Advocate.State state,
      Outcomes outcomes) {

    static Shown of(Advocate one, Instant now, Outcomes outcomes) {
      return new Shown(
          one.id(),
          one.name(),
          one.platform().id(),
          one.platform().title(),
          one.accountId(),
          one.disclosure(),
          one.consentFrom(),
          one.consentUntil(),
          one.withdrawnAt(),
          one.state(now),
          outcomes);
    }
  }
}
